import { useAmount } from '@peyvand/catalog/web'
import { useColleagues } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import type { Document } from '../../contract/index.ts'
import type { DocumentValues } from './document-values.ts'

const labels: Partial<Record<keyof DocumentValues, string>> = {
  partyId: 'party',
  contactId: 'contact',
  dealId: 'deal',
  shippingMethodId: 'shippingMethod',
  preparationId: 'preparation',
  ownerId: 'owner',
}
const dates = ['issuedOn', 'validUntil', 'dueOn', 'promisedOn']

/** Says fields and values of the form in words, for the choice between two versions. */
export function useDocumentWords() {
  const t = useT()
  const format = useFormat()
  const amount = useAmount()
  const colleagues = useColleagues()
  const said = (field: keyof DocumentValues, value: unknown, current: Document): string | null => {
    if (value === null || value === '') return null
    if (field === 'lines')
      return format.list(
        (value as DocumentValues['lines']).map(({ name, quantity }) => `${name} × ${quantity}`),
      )
    if (field === 'charges')
      return format.list(
        (value as DocumentValues['charges']).map(
          (one) => `${one.label}: ${amount(one.amount ?? '0', current.currency)}`,
        ),
      )
    if (field === 'files')
      return format.list((value as DocumentValues['files']).map(({ name }) => name)) || null
    if (field === 'custom')
      return format.list(
        Object.values(value as object)
          .flatMap((one) => one ?? [])
          .map(String),
      )
    if (field === 'ownerId') return colleagues.find(({ id }) => id === value)?.label ?? null
    if (field === 'currency') return t(`catalog.currency.${value as string}`)
    if (field === 'settlement') return t(`documents.settlement.${value as string}`)
    if (field === 'channel') return t(`catalog.channel.${value as string}`)
    if (dates.includes(field)) return format.date(value as string)
    if (field in labels) {
      const ref = current[labels[field] as 'party' | 'contact' | 'deal']
      return ref?.id === value ? (ref?.name ?? null) : t('web.conflict.another')
    }
    return typeof value === 'number' ? format.number(value) : (value as string)
  }
  const labelOf = (field: keyof DocumentValues) => {
    if (field === 'files') return t('files.attachments')
    if (field === 'custom') return t('customization.customFields')
    return t(`documents.field.${labels[field] ?? field}`)
  }
  return (field: keyof DocumentValues, value: unknown, current: Document) => ({
    label: labelOf(field),
    value: said(field, value, current),
  })
}
