import type { RecordRef } from '@peyvand/files/contract'
import { askHook, type Ctx, customFieldRule, defineHook } from '@peyvand/platform/server'

/** The module that owns the record type answers whether the caller sees the record; others answer null. */
export const canSeeRecord = defineHook<RecordRef, boolean | null>('files.canSeeRecord')

/** The same for changing it: attaching and detaching files. */
export const canChangeRecord = defineHook<RecordRef, boolean | null>('files.canChangeRecord')

export async function maySee(ctx: Ctx, { record, recordId }: RecordRef): Promise<boolean> {
  const field = ownFieldOf(record)
  if (field && customFieldRule(ctx, field) === 'hidden') return false
  const owner = { record: field ? ownerOf(field.record) : record, recordId }
  return (await askHook(ctx, canSeeRecord, owner)).includes(true)
}

export const mayChange = async (ctx: Ctx, record: RecordRef): Promise<boolean> =>
  (await askHook(ctx, canChangeRecord, record)).includes(true)

/** What the files of an own field are attached to, beside the record itself: `parties.custom.contract`. */
export const ownFieldPlace = (record: string, key: string): string => `${record}.custom.${key}`

function ownFieldOf(place: string): { record: string; key: string } | null {
  const [, record, key] = /^(.+)\.custom\.(\w+)$/.exec(place) ?? []
  return record !== undefined && key !== undefined ? { record, key } : null
}

/** A family's module knows its records by one word: `records:contracts` → `records`. */
const ownerOf = (record: string): string => record.split(':')[0] ?? record
