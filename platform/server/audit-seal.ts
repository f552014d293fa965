import { createHash } from 'node:crypto'
import { localDate } from '@peyvand/persian'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from './ctx.ts'
import { insertRows } from './insert-rows.ts'
import { defineJob } from './jobs.ts'

/**
 * The hash chain of the audit log. Chaining inside every writing transaction would make all writers of a firm wait
 * for each other, so entries are sealed right after: a seal per entry, in order, each hash over the one before.
 * A day's chain begins with the last hash of the day before; seals are only ever added.
 */
const batch = 2000
/** No transaction writes an entry this long after making its id. */
const longestWriteMs = 86_400_000

interface SealedEntry {
  id: string
  at: string
  actorId: string | null
  actorName: string
  via: string
  action: string
  record: string
  recordId: string | null
  label: string | null
  changes: unknown
  ip: string | null
  requestId: string | null
}

export const sealAuditJob = defineJob({
  name: 'platform.sealAudit',
  payload: z.object({}),
  cron: '* * * * *',
  run: async (job) => {
    for (let from: string | undefined; ; ) {
      const sealed = await job.inFirm((ctx) => sealSome(ctx, from))
      if (sealed.length < batch) return
      from = sealed.at(-1)
    }
  },
})

/** Seals entries not sealed before, oldest first; answers how many. Concurrent sealers of a firm wait for each other. */
export const sealAudit = async (ctx: Ctx): Promise<number> => (await sealSome(ctx)).length

/** Answers the ids of the sealed entries; those before `from` are left to the next round. */
async function sealSome(ctx: Ctx, from?: string): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(hashtext('audit_seals'), ${ctx.tenantId})`.execute(ctx.db)
  const last = await ctx.db
    .selectFrom('auditSeals')
    .select(['day', 'seq', 'hash', 'auditId'])
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('day', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const entries = await ctx.db
    .selectFrom('auditLog as a')
    .selectAll('a')
    .where('a.tenantId', '=', ctx.tenantId)
    .where('a.id', '>=', from ?? unsealedFrom(last?.auditId))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('auditSeals as s')
            .select('s.seq')
            .whereRef('s.tenantId', '=', 'a.tenantId')
            .whereRef('s.auditId', '=', 'a.id'),
        ),
      ),
    )
    .orderBy('a.id')
    .limit(batch)
    .execute()
  if (entries.length === 0) return []

  const day = localDate(ctx.now(), ctx.timeZone)
  let { seq, hash } =
    last?.day === day ? last : { seq: 0, hash: dayStart(ctx.tenantId, day, last?.hash ?? '') }
  const seals = entries.map((entry) => {
    seq += 1
    hash = chain(hash, entry)
    return { tenantId: ctx.tenantId, day, seq, auditId: entry.id, hash }
  })
  await insertRows(ctx, 'auditSeals', seals)
  return entries.map(({ id }) => id)
}

/**
 * The lowest id that an unsealed entry may have. Ids begin with the milliseconds of their making; without this bound
 * every round would read the log of all years.
 */
function unsealedFrom(lastSealed: string | undefined): string {
  const made = lastSealed ? Number.parseInt(lastSealed.replaceAll('-', '').slice(0, 12), 16) : 0
  const time = Math.max(0, made - longestWriteMs)
    .toString(16)
    .padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}

export interface AuditFault {
  day: string
  seq: number
  auditId: string
  /** `missing` entry, `changed` entry, or a `gap` in the chain itself. */
  kind: 'missing' | 'changed' | 'gap'
}

export interface AuditVerification {
  sealed: number
  total: number
  unsealed: number
  faults: AuditFault[]
  next: string | null
}

interface SealPlace {
  day: string
  seq: number
}

/**
 * Recomputes the chain of the firm, or a part of it: what follows the seal `after`, as many as `limit`. An untouched
 * log has no faults; `next` is `day.seq` of the last seal looked at while more follow.
 */
export async function verifyAudit(
  ctx: Ctx,
  {
    after,
    limit = Number.POSITIVE_INFINITY,
  }: { after?: SealPlace | undefined; limit?: number | undefined } = {},
): Promise<AuditVerification> {
  const faults: AuditFault[] = []
  let sealed = 0
  let hash = after ? await hashAt(ctx, after) : ''
  let { day, seq } = after ?? { day: '', seq: 0 }
  for (;;) {
    const rows = await sealsAfter(ctx, { day, seq }, Math.min(batch, limit - sealed))
    for (const row of rows) {
      if (row.day !== day) {
        hash = dayStart(ctx.tenantId, row.day, hash)
        day = row.day
        seq = 0
      }
      const at = { day: row.day, seq: row.seq, auditId: row.auditId }
      if (row.seq !== seq + 1) faults.push({ ...at, kind: 'gap' })
      if (row.id === null) faults.push({ ...at, kind: 'missing' })
      else if (chain(hash, row as SealedEntry) !== row.hash) faults.push({ ...at, kind: 'changed' })
      hash = row.hash
      seq = row.seq
      sealed += 1
    }
    const isEnd = rows.length < batch && sealed < limit
    if (isEnd || sealed >= limit)
      return { sealed, faults, next: isEnd ? null : `${day}.${seq}`, ...(await sealCounts(ctx)) }
  }
}

const sealsAfter = (ctx: Ctx, { day, seq }: SealPlace, limit: number) =>
  ctx.db
    .selectFrom('auditSeals as s')
    .leftJoin('auditLog as a', (join) =>
      join.onRef('a.tenantId', '=', 's.tenantId').onRef('a.id', '=', 's.auditId'),
    )
    .selectAll('a')
    .select(['s.day', 's.seq', 's.auditId', 's.hash'])
    .where('s.tenantId', '=', ctx.tenantId)
    .where(sql<boolean>`(s.day, s.seq) > (${day || '0001-01-01'}::date, ${seq})`)
    .orderBy('s.day')
    .orderBy('s.seq')
    .limit(limit)
    .execute()

async function hashAt(ctx: Ctx, { day, seq }: SealPlace): Promise<string> {
  const row = await ctx.db
    .selectFrom('auditSeals')
    .select('hash')
    .where('tenantId', '=', ctx.tenantId)
    .where('day', '=', day)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row?.hash ?? ''
}

async function sealCounts(ctx: Ctx): Promise<{ total: number; unsealed: number }> {
  const { rows } = await sql<{ entries: number; seals: number }>`select
    (select count(*)::int from audit_log where tenant_id = ${ctx.tenantId}) as entries,
    (select count(*)::int from audit_seals where tenant_id = ${ctx.tenantId}) as seals`.execute(ctx.db)
  const { entries = 0, seals = 0 } = rows[0] ?? {}
  return { total: seals, unsealed: Math.max(0, entries - seals) }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const dayStart = (tenantId: number, day: string, previous: string) => sha256(`${tenantId}|${day}|${previous}`)

function chain(previous: string, entry: SealedEntry): string {
  const { id, at, actorId, actorName, via, action, record, recordId, label, changes, ip, requestId } = entry
  const content = [
    id,
    at,
    actorId,
    actorName,
    via,
    action,
    record,
    recordId,
    label,
    sorted(changes),
    ip,
    requestId,
  ]
  return sha256(`${previous}|${JSON.stringify(content)}`)
}

/** Keys in one order: `jsonb` does not keep the order they were written in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  )
}
