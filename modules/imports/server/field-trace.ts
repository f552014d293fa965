import { sameValue } from '@peyvand/history/server'
import type { CustomValues } from '@peyvand/platform/contract'

/** What a row changed in a record, field by field, own ones as `custom.<key>`: kept for the undo. */
export type FieldTrace = Record<string, { from: unknown; to: unknown }>

/** Values of fields by name, own ones as `custom.<key>`. */
export type FieldValues = Readonly<Record<string, unknown>>

/** A record's columns and own fields under one kind of names. */
export const flatValues = ({ custom, ...columns }: FieldValues & { custom: CustomValues }): FieldValues => ({
  ...columns,
  ...Object.fromEntries(Object.entries(custom).map(([key, value]) => [`custom.${key}`, value])),
})

/** The other way round: what is written into columns and into own fields. */
export function splitValues(values: FieldValues): Record<string, unknown> & { custom: CustomValues } {
  const columns: Record<string, unknown> = {}
  const custom: CustomValues = {}
  for (const [field, value] of Object.entries(values)) {
    const own = /^custom\.(.+)$/.exec(field)?.[1]
    if (own) custom[own] = value
    else columns[field] = value
  }
  return { ...columns, custom }
}

export const tracedValues = (trace: FieldTrace, which: 'from' | 'to'): FieldValues =>
  Object.fromEntries(Object.entries(trace).map(([field, change]) => [field, change[which]]))

interface Rows<I> {
  /** The records as they are stored, by id. */
  stored: ReadonlyMap<string, FieldValues>
  /** What a row says; what it leaves empty is null. */
  given(item: I): FieldValues
  /** Else only what is empty is filled. */
  overwrites: boolean
}

interface RowChanges<I> {
  /** What each row changes; rows that change nothing have none. */
  traces: Map<I, FieldTrace>
  /** What is written into each record, once however many rows name it. */
  values: Map<string, FieldValues>
}

/** What rows change in records that are there, in order: a later row finds what an earlier one has written. */
export function changesOfRows<I extends { ref: string }>(
  items: readonly I[],
  { stored, given, overwrites }: Rows<I>,
): RowChanges<I> {
  const traces = new Map<I, FieldTrace>()
  const values = new Map<string, FieldValues>()
  for (const item of items) {
    const known = stored.get(item.ref)
    if (!known) continue
    const written = values.get(item.ref)
    const trace = traceOf({ ...known, ...written }, given(item), overwrites)
    if (Object.keys(trace).length === 0) continue
    traces.set(item, trace)
    values.set(item.ref, { ...written, ...tracedValues(trace, 'to') })
  }
  return { traces, values }
}

function traceOf(now: FieldValues, given: FieldValues, overwrites: boolean): FieldTrace {
  const changed = Object.entries(given).filter(
    ([field, to]) =>
      to !== null &&
      to !== undefined &&
      !sameValue(now[field], to) &&
      (overwrites || (now[field] ?? null) === null),
  )
  return Object.fromEntries(changed.map(([field, to]) => [field, { from: now[field] ?? null, to }]))
}

/** What a record's fields get back of its rows' changes, in the order they were made: what was changed since stays. */
export function valuesBack(now: FieldValues, traces: readonly FieldTrace[]): FieldValues {
  const back: Record<string, unknown> = {}
  for (const trace of traces.toReversed())
    for (const [field, { from, to }] of Object.entries(trace))
      if (sameValue(field in back ? back[field] : now[field], to)) back[field] = from
  return back
}
