import type { RecordHistory } from '@peyvand/history/web'
import { usePastWords } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import {
  type FirmRecord,
  type RecordKind,
  recordAsOfRoute,
  recordChangesRoute,
  recordTypeOf,
  restoreRecordFieldRoute,
} from '../../contract/index.ts'
import { recordTopics } from '../record-topics.ts'
import { useKindNames } from '../use-kinds.ts'

const names: Record<string, string> = { ownerId: 'owner', teamId: 'team', partyId: 'party' }
const plain = ['number', 'title', 'state', 'tags']

/** The record's history in words. */
export function useRecordHistory(kind: RecordKind, { id, version }: FirmRecord): RecordHistory {
  const t = useT()
  const format = useFormat()
  const { state: stateName } = useKindNames()
  const say = usePastWords(recordTypeOf(kind.key))
  /** The route with the kind in its address. */
  const of = <R extends { path: string }>(route: R): R => ({
    ...route,
    path: route.path.replace(':kind', kind.key),
  })
  return {
    id,
    version,
    routes: {
      changes: of(recordChangesRoute),
      asOf: of(recordAsOfRoute),
      restore: of(restoreRecordFieldRoute),
    } as unknown as RecordHistory['routes'],
    topics: recordTopics,
    labelOf: (field) => {
      const name = names[field] ?? (plain.includes(field) ? field : null)
      return name && t(`records.field.${name}`)
    },
    valueOf: (field, value) => {
      if (field === 'number' && typeof value === 'string') return format.digits(value)
      if (field === 'state' && typeof value === 'string') {
        const state = kind.states.find(({ key }) => key === value)
        return state ? stateName(state) : value
      }
      return say(field, value)
    },
  }
}
