import type { TargetsPart } from '@peyvand/activities/web'
import { searchRoute } from '@peyvand/platform/contract'
import { callApi, useT } from '@peyvand/platform/web'
import { type Option, TagPicker } from '@peyvand/ui'
import { useState } from 'react'
import { useKinds } from '../use-kinds.ts'

/** Records of own kinds that an activity is about, found as the search finds them. Fills `activities.form.targets`. */
export const RecordTargetsField = ({ value, onChange }: TargetsPart) => {
  const t = useT()
  const kinds = useKinds()
  const [kindOf] = useState(() => new Map(value.map(({ id, kind }) => [id, kind])))
  const records = value.filter(({ type }) => type === 'records')
  const load = async (text: string, signal: AbortSignal): Promise<Option[]> => {
    const q = text.trim()
    if (q === '') return []
    const { items } = await callApi(searchRoute, { query: { q, types: 'records' } }, { signal })
    for (const { id, kind } of items) kindOf.set(id, kind)
    return items.map(({ id, title, subtitle }) => ({
      id,
      label: title,
      ...(subtitle && { description: subtitle }),
    }))
  }
  const choose = (chosen: readonly Option[]) =>
    onChange([
      ...value.filter(({ type }) => type !== 'records'),
      ...chosen.map(({ id, label }) => ({
        type: 'records',
        id,
        kind: kindOf.get(id) ?? null,
        name: label,
      })),
    ])
  if (kinds.length === 0 && records.length === 0) return null
  return (
    <TagPicker
      label={t('activities.field.targets')}
      description={t('records.targetsHint')}
      loadOptions={load}
      value={records.map(({ id, name }) => ({ id, label: name }))}
      onChange={choose}
    />
  )
}
