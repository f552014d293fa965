import { colorTone } from '@peyvand/customization/web'
import { useProblemText, useT } from '@peyvand/platform/web'
import { Button, IconButton, Tag, toast } from '@peyvand/ui'
import { Info, Pencil } from 'lucide-react'
import { useState } from 'react'
import type { Party } from '../../contract/index.ts'
import { TagsField } from '../form/tags-field.tsx'
import { FieldSource } from './field-source.tsx'
import { useUpdateParty } from './use-update-party.ts'

/** The party's tags; a press opens them for change. */
export const TagEditor = ({ party }: { party: Party }) => {
  const t = useT()
  const problem = useProblemText()
  const update = useUpdateParty(party)
  const [draft, setDraft] = useState<string[] | null>(null)

  const save = async () => {
    try {
      await update({ tagIds: draft ?? [] })
      setDraft(null)
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  if (draft) {
    return (
      <div className="flex flex-col gap-2">
        <TagsField value={draft} onChange={setDraft} known={party.tags} />
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
    <section aria-label={t('parties.field.tags')} className="group/inline flex items-center gap-2">
      <span className="flex min-w-0 flex-1 flex-wrap gap-1">
        {party.tags.length === 0 && <span className="text-muted">{t('parties.file.noTags')}</span>}
        {party.tags.map(({ id, name, color }) => (
          <Tag key={id} tone={colorTone[color]}>
            {name}
          </Tag>
        ))}
      </span>
      <FieldSource partyId={party.id} field="tags" label={t('parties.field.tags')}>
        <Info className="size-3.5 text-muted opacity-0 group-hover/inline:opacity-100 pointer-coarse:opacity-100" />
      </FieldSource>
      {party.can.update && (
        <IconButton
          label={t('parties.file.editField', { field: t('parties.field.tags') })}
          icon={<Pencil className="size-3.5!" />}
          onPress={() => setDraft(party.tags.map(({ id }) => id))}
        />
      )}
    </section>
  )
}
