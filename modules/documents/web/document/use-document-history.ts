import { useAmount } from '@peyvand/catalog/web'
import type { RecordHistory } from '@peyvand/history/web'
import { useCustomFields, useCustomWords } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import {
  type Document,
  documentAsOfRoute,
  documentChangesRoute,
  restoreDocumentFieldRoute,
} from '../../contract/index.ts'
import { documentTopics } from '../document-topics.ts'

const labels: Record<string, string> = {
  partyId: 'party',
  contactId: 'contact',
  dealId: 'deal',
  ownerId: 'owner',
  teamId: 'team',
  shippingMethodId: 'shippingMethod',
  preparationId: 'preparation',
}
const plain = [
  'status',
  'number',
  'title',
  'issuedOn',
  'validUntil',
  'dueOn',
  'promisedOn',
  'currency',
  'exchangeRate',
  'settlement',
  'channel',
  'discountCodes',
  'shipTo',
  'vehicle',
  'driver',
  'terms',
  'note',
  'internalNote',
  'roundTo',
  'charges',
  'lines',
  'total',
  'cancelledReason',
]
const dates = ['issuedOn', 'validUntil', 'dueOn', 'promisedOn']

/** The document's history in words. */
export function useDocumentHistory({ id, version, currency }: Document): RecordHistory {
  const t = useT()
  const format = useFormat()
  const amount = useAmount()
  const own = useCustomFields('documents', [])
  const inWords = useCustomWords()
  const words: Record<string, (value: string) => string> = {
    status: (value) => t(`documents.status.${value}`),
    settlement: (value) => t(`documents.settlement.${value}`),
    channel: (value) => t(`catalog.channel.${value}`),
    currency: (value) => t(`catalog.currency.${value}`),
    number: format.digits,
    total: (value) => amount(value, currency),
  }
  return {
    id,
    version,
    routes: { changes: documentChangesRoute, asOf: documentAsOfRoute, restore: restoreDocumentFieldRoute },
    topics: documentTopics,
    labelOf: (field) => {
      const name = labels[field] ?? (plain.includes(field) ? field : null)
      return name && t(`documents.field.${name}`)
    },
    valueOf: (field, value) => {
      if (value === null || value === undefined || value === '') return null
      const said = words[field]
      if (said && typeof value === 'string') return said(value)
      if (dates.includes(field)) return format.date(value as string)
      const definition = own.find(({ key }) => `custom.${key}` === field)
      const shown = definition && !isNamed(definition.type) ? inWords(definition, value) : value
      if (Array.isArray(shown)) return format.list(shown.map(String))
      return typeof shown === 'string' ? shown : String(value as string | number)
    },
  }
}

/** Names of people and parties come with the answer. */
const isNamed = (type: string): boolean => ['user', 'team', 'party', 'oneOf', 'manyOf'].includes(type)
