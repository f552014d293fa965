import type { RecordHistory } from '@peyvand/history/web'
import { useCustomFields, useCustomWords } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import { type Deal, dealAsOfRoute, dealChangesRoute, restoreDealFieldRoute } from '../../contract/index.ts'
import { dealTopics } from '../deal-topics.ts'

const labels: Record<string, string> = {
  stageId: 'stage',
  partyId: 'party',
  contactId: 'contact',
  competitors: 'competitor',
  // As the log told it before a deal could have several.
  competitorId: 'competitor',
  lostToId: 'lostTo',
  lines: 'product',
  ownerId: 'owner',
  teamId: 'team',
  sourceId: 'source',
  lostReasonId: 'lostReason',
}
const plain = ['title', 'amount', 'expectedCloseOn', 'nextFollowUpAt', 'priority', 'description']

/** The deal's history in words. */
export function useDealHistory({ id, version }: Deal): RecordHistory {
  const t = useT()
  const format = useFormat()
  const own = useCustomFields('deals', [])
  const inWords = useCustomWords()
  return {
    id,
    version,
    routes: { changes: dealChangesRoute, asOf: dealAsOfRoute, restore: restoreDealFieldRoute },
    topics: dealTopics,
    labelOf: (field) => {
      const name = labels[field] ?? (plain.includes(field) ? field : null)
      return name && t(`pipeline.field.${name}`)
    },
    valueOf: (field, value) => {
      if (value === null || value === undefined || value === '') return null
      if (field === 'amount') return format.money(value as string)
      if (field === 'expectedCloseOn') return format.date(value as string)
      if (field === 'nextFollowUpAt') return format.dateTime(value as string)
      if (field === 'priority') return t(`activities.priority.${value as string}`)
      const definition = own.find(({ key }) => `custom.${key}` === field)
      const said = definition && !isNamed(definition.type) ? inWords(definition, value) : value
      if (Array.isArray(said)) return format.list(said.map(String))
      return typeof said === 'string' ? said : String(value as string | number)
    },
  }
}

/** Names of people and parties come with the answer. */
const isNamed = (type: string): boolean => ['user', 'team', 'party', 'oneOf', 'manyOf'].includes(type)
