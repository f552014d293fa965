import { listActivitiesRoute } from '@peyvand/activities/contract'
import { joinFacts } from '@peyvand/persian'
import { callApi, useT } from '@peyvand/platform/web'
import { ComboBox, IconButton, type Option, Select, useFormat } from '@peyvand/ui'
import { X } from 'lucide-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { LetterRelation, type LinkedLetter } from '../../contract/index.ts'
import type { LetterInput } from './letter-values.ts'

type Known = Pick<LinkedLetter, 'id' | 'subject' | 'number'>

/** Letters that this one answers, follows or is an enclosure of; found by number or words. */
export const LinksField = ({ known, exceptId }: { known: readonly Known[]; exceptId: string | null }) => {
  const t = useT()
  const format = useFormat()
  const { control, watch, setValue, formState } = useFormContext<LetterInput>()
  const { fields, append, remove } = useFieldArray({ control, name: 'links' })
  const values = watch('links') ?? []
  const relations = LetterRelation.options.map((id) => ({ id, label: t(`letters.ui.relation.${id}`) }))
  const titleOf = ({ subject, number }: Omit<Known, 'id'>) =>
    joinFacts([number && format.digits(number), subject])
  const load = async (text: string, signal: AbortSignal): Promise<Option[]> => {
    const query = {
      kind: 'letter' as const,
      limit: 15,
      count: 'none' as const,
      ...(text.trim() && { q: text.trim() }),
    }
    const { items } = await callApi(listActivitiesRoute, { query }, { signal })
    return items
      .filter(({ id }) => id !== exceptId)
      .map(({ id, subject, number, at, parties }) => ({
        id,
        label: titleOf({ subject, number }),
        description: joinFacts([parties[0]?.name, format.relative(at)]),
      }))
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-body font-medium">{t('letters.ui.links')}</legend>
      {fields.map((field, index) => {
        const present = known.find(({ id }) => id === values[index]?.letterId)
        return (
          <div key={field.id} className="flex items-start gap-1.5">
            <Select
              aria-label={t('letters.ui.relation')}
              className="w-32 shrink-0"
              options={relations}
              value={values[index]?.relation ?? 'answers'}
              onChange={(next) => next && setValue(`links.${index}.relation`, next, { shouldDirty: true })}
            />
            <ComboBox
              aria-label={t('letters.ui.linkedLetter')}
              className="min-w-0 flex-1"
              loadOptions={load}
              value={values[index]?.letterId || null}
              {...(present && { valueLabel: titleOf(present) })}
              onChange={(id) => setValue(`links.${index}.letterId`, id ?? '', { shouldDirty: true })}
              errorMessage={formState.errors.links?.[index]?.letterId?.message}
            />
            <IconButton label={t('letters.ui.removeLink')} icon={<X />} onPress={() => remove(index)} />
          </div>
        )
      })}
      <ComboBox
        aria-label={t('letters.ui.addLink')}
        placeholder={t('letters.ui.addLink')}
        loadOptions={load}
        value={null}
        onChange={(letterId) => letterId && append({ relation: 'answers', letterId })}
      />
    </fieldset>
  )
}
