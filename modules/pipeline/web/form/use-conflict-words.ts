import { useColleagues } from '@peyvand/parties/web'
import { joinFacts } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import type { Deal } from '../../contract/index.ts'
import type { DealValues } from './deal-values.ts'

/** Says fields and values of the form in words, for the choice between two versions. */
export function useConflictWords() {
  const t = useT()
  const format = useFormat()
  const colleagues = useColleagues()
  const refs = {
    partyId: 'party',
    contactId: 'contact',
    sourceId: 'source',
  } as const
  const labels: Partial<Record<keyof DealValues, string>> = {
    ...refs,
    ownerId: 'owner',
    stageId: 'stage',
    competitors: 'competitor',
  }
  const nameOf = ({ competitors }: Deal, id: string | null) =>
    competitors.find((one) => one.id === id)?.name ?? t('web.conflict.another')
  const said = (field: keyof DealValues, value: unknown, current: Deal): string | null => {
    if (field === 'files') return format.list((value as DealValues['files']).map(({ name }) => name)) || null
    if (field === 'competitors')
      return (
        format.list(
          (value as DealValues['competitors']).map(({ partyId, price }) =>
            joinFacts([nameOf(current, partyId), price && format.money(price)]),
          ),
        ) || null
      )
    if (field === 'custom')
      return format.list(Object.values(value as object).flatMap((one) => (one === null ? [] : [String(one)])))
    if (typeof value !== 'string' || value === '') return null
    if (field === 'amount') return format.money(value)
    if (field === 'expectedCloseOn') return format.date(value)
    if (field === 'nextFollowUpAt') return format.dateTime(value)
    if (field === 'priority') return t(`activities.priority.${value}`)
    if (field === 'ownerId') return colleagues.find(({ id }) => id === value)?.label ?? null
    if (field in refs) {
      const ref = current[refs[field as keyof typeof refs]]
      return ref?.id === value ? ref.name : t('web.conflict.another')
    }
    return value
  }
  const labelOf = (field: keyof DealValues) => {
    if (field === 'files') return t('files.attachments')
    if (field === 'custom') return t('customization.customFields')
    return t(`pipeline.field.${labels[field] ?? field}`)
  }
  return (field: keyof DealValues, value: unknown, current: Deal) => ({
    label: labelOf(field),
    value: said(field, value, current),
  })
}
