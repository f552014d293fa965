import { useDraft, usePageTitle, useT, useUrlState } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { PartyKind } from '../../contract/index.ts'
import { PartyFormPage } from './party-form-page.tsx'
import { emptyValues } from './party-form-values.ts'
import { createFromForm, nameOf } from './save-party.ts'
import { useDuplicates } from './use-duplicates.ts'
import { showFaults, usePartyForm } from './use-party-form.ts'

const Search = z.object({
  kind: PartyKind.catch('person').default('person'),
  group: z.string().optional().catch(undefined),
})

/** A new party with all its fields. */
export const NewPartyPage = () => {
  const t = useT()
  usePageTitle(t('parties.form.new'))
  const navigate = useNavigate()
  const [{ kind, group }] = useUrlState(Search)
  const form = usePartyForm(emptyValues(kind, { groups: group ? [group] : [] }))
  const draft = useDraft(form, 'parties.new')
  const [fault, setFault] = useState<string | null>(null)
  const hits = useDuplicates(form.control)

  const save = async (acceptDuplicates: boolean) => {
    await form.handleSubmit(async (values) => {
      try {
        const sent = await createFromForm(values, { acceptDuplicates })
        draft.clear()
        form.reset(values)
        const name = nameOf(values)
        if (sent.isKept) {
          toast({ kind: 'warn', title: t('offline.kept', { title: name }) })
          await navigate({ to: '/' as never, ignoreBlocker: true })
          return
        }
        toast({ kind: 'ok', title: t('parties.created', { name }) })
        await navigate({ to: `/parties/${sent.answer.id}` as never, ignoreBlocker: true })
      } catch (error) {
        setFault(showFaults(form, error, t))
      }
    })()
  }
  return (
    <PartyFormPage
      title={t('parties.form.new')}
      form={form}
      draft={draft}
      fault={fault}
      hits={hits}
      onUse={({ id }) => {
        draft.clear()
        void navigate({ to: `/parties/${id}` as never, ignoreBlocker: true })
      }}
      onSave={save}
      onCancel={() => window.history.back()}
    />
  )
}
