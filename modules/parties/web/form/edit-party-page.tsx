import {
  PageProblem,
  PageSkeleton,
  useConflict,
  useDraft,
  usePageTitle,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { getPartyFileRoute, type Party, type PartyFile } from '../../contract/index.ts'
import { PartyFormPage } from './party-form-page.tsx'
import { type PartyFormValues, valuesOf } from './party-form-values.ts'
import { saveFromForm } from './save-party.ts'
import { useConflictWords } from './use-conflict-words.ts'
import { useDuplicates } from './use-duplicates.ts'
import { showFaults, usePartyForm } from './use-party-form.ts'

/** All fields of a stored party. */
export const EditPartyPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getPartyFileRoute, { params: { id } })
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  return data ? <EditParty key={data.party.id} file={data} /> : <PageSkeleton />
}

const EditParty = ({ file }: { file: PartyFile }) => {
  const t = useT()
  const { links } = file
  // What a colleague saves meanwhile is refused by its version, not silently overwritten.
  const [party, setParty] = useState(file.party)
  const [before] = useState(() => valuesOf(party))
  const title = t('parties.form.edit', { name: party.name })
  usePageTitle(title)
  const navigate = useNavigate()
  const form = usePartyForm(before)
  const draft = useDraft(form, `parties.${party.id}`)
  const [fault, setFault] = useState<string | null>(null)
  const hits = useDuplicates(form.control, party.id)
  const { saveOver, dialog } = useConflict<Party, PartyFormValues>({
    valuesOf,
    inWords: useConflictWords(party),
    onTheirs: (current) => {
      setParty(current)
      form.reset(valuesOf(current))
    },
  })
  const back = () => navigate({ to: `/parties/${party.id}` as never, ignoreBlocker: true })

  const save = async (acceptDuplicates: boolean) => {
    await form.handleSubmit(async (values) => {
      try {
        const saved = await saveOver({
          record: party,
          mine: values,
          save: async (mine, record) => {
            await saveFromForm(mine, { party: record, links, before: valuesOf(record) }, { acceptDuplicates })
            return record
          },
        })
        if (!saved) return
        draft.clear()
        form.reset(values)
        toast({ kind: 'ok', title: t('web.saved') })
        await back()
      } catch (error) {
        setFault(showFaults(form, error, t))
      }
    })()
  }
  return (
    <>
      <PartyFormPage
        title={title}
        party={party}
        form={form}
        draft={draft}
        fault={fault}
        hits={form.formState.isDirty ? hits : []}
        onSave={save}
        onCancel={() => {
          draft.clear()
          void navigate({ to: `/parties/${party.id}` as never })
        }}
      />
      {dialog}
    </>
  )
}
