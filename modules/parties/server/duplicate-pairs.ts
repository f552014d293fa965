import { AppError, anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import type { DuplicatePair, DuplicateReason } from '../contract/index.ts'
import { cityOf } from './duplicates.ts'
import { requireParties, visibleParties } from './party-access.ts'
import { primaryPhone } from './party-columns.ts'
import { partyFieldRules, shownPhone } from './party-field-rules.ts'

interface Question {
  dismissed: boolean
  limit: number
  cursor?: string | undefined
}

interface Pair {
  firstId: string
  secondId: string
  score: number
  reasons: DuplicateReason[]
}

/** A page of the pairs whose records the caller sees, surest first. @throws AppError cursor.invalid (400) */
export async function listDuplicatePairs(ctx: Ctx, { dismissed, limit, cursor }: Question) {
  const pairs = visibleParties(ctx)
    .innerJoin('duplicatePairs as d', (join) =>
      join.onRef('d.tenantId', '=', 'p.tenantId').onRef('d.firstId', '=', 'p.id'),
    )
    .where('d.secondId', 'in', visibleParties(ctx).select('p.id'))
    .where('d.dismissedAt', dismissed ? 'is not' : 'is', null)
  const after = cursor ? parseCursor(cursor) : null
  const rows: Pair[] = await pairs
    .select(['d.firstId', 'd.secondId', 'd.score', 'd.reasons'])
    .$if(after !== null, (qb) =>
      qb.where(
        sql<boolean>`(-d.score, d.first_id, d.second_id) > (-${after?.[0]}::real, ${after?.[1]}::uuid, ${after?.[2]}::uuid)`,
      ),
    )
    .orderBy('d.score', 'desc')
    .orderBy('d.firstId')
    .orderBy('d.secondId')
    .limit(limit + 1)
    .execute()
  const { total } = await pairs.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const run = await ctx.db
    .selectFrom('duplicateRuns')
    .select('foundAt')
    .where('tenantId', '=', ctx.tenantId)
    .executeTakeFirst()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await named(ctx, shown),
    nextCursor: rows.length > limit && last ? cursorOf(last) : null,
    total,
    foundAt: run?.foundAt ?? null,
  }
}

/** Says that two records are two parties, or no longer; the next comparison minds it. @throws AppError notFound */
export async function dismissPair(
  ctx: Ctx,
  { firstId, secondId, dismissed }: { firstId: string; secondId: string; dismissed: boolean },
): Promise<void> {
  const [first, second] = await requireParties(ctx, [firstId, secondId].toSorted())
  if (!first || !second || first.id === second.id) throw new AppError('badInput', { status: 400 })
  const change = {
    dismissedAt: dismissed ? ctx.now().toISOString() : null,
    dismissedBy: dismissed ? ctx.actor.userId : null,
  }
  const key = { tenantId: ctx.tenantId, firstId: first.id, secondId: second.id }
  await ctx.db
    .insertInto('duplicatePairs')
    .values({ ...key, score: 0, reasons: [], foundAt: ctx.now().toISOString(), ...change })
    .onConflict((oc) => oc.columns(['tenantId', 'firstId', 'secondId']).doUpdateSet(change))
    .execute()
  for (const [one, other] of [
    [first, second],
    [second, first],
  ] as const) {
    ctx.audit({
      action: 'update',
      record: 'parties',
      recordId: one.id,
      label: one.name,
      changes: { notDuplicateOf: dismissed ? { to: other.name } : { from: other.name } },
    })
  }
}

async function named(ctx: Ctx, pairs: readonly Pair[]): Promise<DuplicatePair[]> {
  const ids = [...new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]))]
  const rows = await visibleParties(ctx)
    .select(['p.id', 'p.displayName as name', 'p.kind'])
    .select([primaryPhone(ctx).as('phone'), cityOf(ctx).as('city')])
    .where(anyOf(sql`p.id`, ids))
    .execute()
  const rules = partyFieldRules(ctx)
  const sides = new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        phone: shownPhone(row.phone, rules.phones, ctx.locale),
        city: rules.addresses === 'hidden' ? null : row.city,
      },
    ]),
  )
  return pairs.flatMap(({ firstId, secondId, score, reasons }) => {
    const [first, second] = [sides.get(firstId), sides.get(secondId)]
    return first && second ? [{ first, second, score, reasons }] : []
  })
}

const Cursor = z.tuple([z.number(), z.uuid(), z.uuid()])

const cursorOf = ({ score, firstId, secondId }: Pair): string =>
  Buffer.from(JSON.stringify([score, firstId, secondId])).toString('base64url')

function parseCursor(cursor: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw new AppError('cursor.invalid', { status: 400 })
  }
}
