import type { RecordHistory } from '@peyvand/history/web'
import { useCustomFields, useCustomWords } from '@peyvand/parties/web'
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
  const own = useCustomFields(recordTypeOf(kind.key), [])
  const inWords = useCustomWords()
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
      if (value === null || value === undefined || value === '') return null
      if (field === 'number') return format.digits(value as string)
      if (field === 'state') {
        const state = kind.states.find(({ key }) => key === value)
        return state ? stateName(state) : (value as string)
      }
      const definition = own.find(({ key }) => `custom.${key}` === field)
      const said = definition && !isNamed(definition.type) ? inWords(definition, value) : value
      if (Array.isArray(said)) return format.list(said.map(String))
      return typeof said === 'string' ? said : String(value as string | number)
    },
  }
}

/** Names of people and parties come with the answer. */
const isNamed = (type: string): boolean => ['user', 'team', 'party', 'oneOf', 'manyOf'].includes(type)
