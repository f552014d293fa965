import { useProblemText, useT } from '@peyvand/platform/web'
import { Button, IconButton, TextArea, toast } from '@peyvand/ui'
import { Info, Pencil } from 'lucide-react'
import { useState } from 'react'
import type { Party } from '../../contract/index.ts'
import { FieldSource } from './field-source.tsx'
import { useUpdateParty } from './use-update-party.ts'

/** Free notes on the party, written in place. */
export const Notes = ({ party }: { party: Party }) => {
  const t = useT()
  const problem = useProblemText()
  const update = useUpdateParty(party)
  const [draft, setDraft] = useState<string | null>(null)
  const rule = party.fieldRules['notes']
  if (rule === 'hidden') return null
  const canEdit = party.can.update && rule === undefined

  const save = async () => {
    try {
      await update({ notes: draft || null })
      setDraft(null)
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  if (draft !== null) {
    return (
      <div className="flex flex-col gap-2">
        {/* The reader has just asked to write. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <TextArea label={t('parties.field.notes')} value={draft} onChange={setDraft} minRows={4} autoFocus />
        <span className="flex gap-2">
          <Button size="small" kind="primary" onPress={() => void save()}>
            {t('web.save')}
          </Button>
          <Button size="small" onPress={() => setDraft(null)}>
            {t('web.cancel')}
          </Button>
        </span>
      </div>
    )
  }
  return (
    <section aria-label={t('parties.field.notes')} className="group/inline flex items-start gap-2">
      <p dir="auto" className="min-w-0 flex-1 break-words whitespace-pre-line">
        {party.notes ?? <span className="text-muted">{t('parties.file.noNotes')}</span>}
      </p>
      <FieldSource partyId={party.id} field="notes" label={t('parties.field.notes')}>
        <Info className="size-3.5 text-muted opacity-0 group-hover/inline:opacity-100 pointer-coarse:opacity-100" />
      </FieldSource>
      {canEdit && (
        <IconButton
          label={t('parties.file.editField', { field: t('parties.field.notes') })}
          icon={<Pencil className="size-3.5!" />}
          onPress={() => setDraft(party.notes ?? '')}
        />
      )}
    </section>
  )
}
