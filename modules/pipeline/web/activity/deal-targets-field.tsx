import type { TargetsPart } from '@peyvand/activities/web'
import { searchRoute } from '@peyvand/platform/contract'
import { callApi, useT } from '@peyvand/platform/web'
import { type Option, TagPicker } from '@peyvand/ui'

/** Deals that an activity is about, found as the search finds them. Fills `activities.form.targets`. */
export const DealTargetsField = ({ value, onChange }: TargetsPart) => {
  const t = useT()
  const deals = value.filter(({ type }) => type === 'deals')
  const load = async (text: string, signal: AbortSignal): Promise<Option[]> => {
    const q = text.trim()
    if (q === '') return []
    const { items } = await callApi(searchRoute, { query: { q, types: 'deals' } }, { signal })
    return items.map(({ id, title, subtitle }) => ({
      id,
      label: title,
      ...(subtitle && { description: subtitle }),
    }))
  }
  const choose = (chosen: readonly Option[]) =>
    onChange([
      ...value.filter(({ type }) => type !== 'deals'),
      ...chosen.map(({ id, label }) => ({ type: 'deals', id, kind: null, name: label })),
    ])
  return (
    <TagPicker
      label={t('pipeline.deals')}
      loadOptions={load}
      value={deals.map(({ id, name }) => ({ id, label: name }))}
      onChange={choose}
    />
  )
}
