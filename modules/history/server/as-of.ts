import { addDays, startOfDay } from '@peyvand/persian'
import { AppError, type Ctx } from '@peyvand/platform/server'
import type { RecordAsOf } from '../contract/index.ts'
import { fieldNames } from './field-names.ts'
import { type Changes, type HistorySource, isKeptFrom } from './history-source.ts'
import { readChanges } from './record-changes.ts'
import { rewind, sameValue } from './rewind.ts'

const mostMoments = 500

/**
 * The fields of a record as they were at the end of a day (`YYYY-MM-DD`) or at a moment, beside those of now.
 * @throws AppError notFound; history.notYet (404) when the record is younger
 */
export async function recordAsOf(
  ctx: Ctx,
  source: HistorySource,
  { id, at }: { id: string; at: string },
): Promise<RecordAsOf> {
  const { mayChange } = await source.require(ctx, id)
  const moment = momentOf(ctx, at)
  const present = await source.present(ctx, id)
  const past = rewind(present, await changesAfter(ctx, source, { id, moment }))
  if (!past.existed) throw new AppError('history.notYet', { status: 404 })
  const names = await fieldNames(ctx, source)
  const fields = [...past.fields].map(([field, { value, changeId, certain }]) => {
    const now = present.fields[field] ?? null
    const withheld = isKeptFrom(ctx, source, field)
    const differs = !sameValue(value, now)
    return {
      field,
      label: names.labelOf(field),
      value: withheld ? null : value,
      now: withheld ? null : now,
      differs: differs && !withheld,
      withheld,
      certain,
      changeId: differs && !withheld ? changeId : null,
      can: { restore: mayChange && differs && !withheld && source.isRestorable(ctx, field, value) },
    }
  })
  return {
    at: moment,
    moments: await momentsOf(ctx, source, id),
    deleted: past.deleted,
    fields: (await names.named(fields, ['value', 'now'])).filter(
      (field) => field.differs || field.withheld || !isEmpty(field.value),
    ),
  }
}

const isEmpty = (value: unknown) =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)

/** The first moment that is after what was asked for. */
const momentOf = (ctx: Ctx, at: string): string =>
  at.length === 10 ? startOfDay(addDays(at, 1), ctx.timeZone) : new Date(at).toISOString()

async function changesAfter(ctx: Ctx, source: HistorySource, { id, moment }: { id: string; moment: string }) {
  const rows = await entriesOf(ctx, source, id)
    .select(['a.id', 'a.action', 'a.changes'])
    .where('a.at', '>', moment)
    .execute()
  return rows.map((row) => ({ ...row, changes: readChanges(source, row.changes as Changes) }))
}

async function momentsOf(ctx: Ctx, source: HistorySource, id: string): Promise<string[]> {
  const rows = await entriesOf(ctx, source, id).select('a.at').limit(mostMoments).execute()
  return [...new Set(rows.map(({ at }) => at))].toReversed()
}

const entriesOf = (ctx: Ctx, source: HistorySource, id: string) =>
  ctx.db
    .selectFrom('auditLog as a')
    .where('a.tenantId', '=', ctx.tenantId)
    .where('a.record', '=', source.record)
    .where('a.recordId', '=', id)
    .where('a.action', '!=', 'read')
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
