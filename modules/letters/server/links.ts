import { visibleActivities } from '@peyvand/activities/server'
import { anyOf, badField, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { LetterLinkInput, LinkedLetter } from '../contract/index.ts'
import './tables.ts'

type Link = z.infer<typeof LetterLinkInput>

/** Letters that this one names and that the caller may see. */
export const linksOf = (ctx: Ctx, activityId: string): Promise<LinkedLetter[]> =>
  linked(ctx, { own: 'l.activityId', other: 'l.targetId', activityId })

/** Letters that name this one and that the caller may see. */
export const linkedBy = (ctx: Ctx, activityId: string): Promise<LinkedLetter[]> =>
  linked(ctx, { own: 'l.targetId', other: 'l.activityId', activityId })

/**
 * Makes these the letters that this one names; those the caller does not see stay.
 * @throws AppError badInput (400) at `links.<index>` for what is no letter that the caller sees
 */
export async function setLinks(ctx: Ctx, activityId: string, links: readonly Link[]): Promise<void> {
  for (const [index, { letterId }] of links.entries()) {
    const row = await (await visibleActivities(ctx))
      .select('a.id')
      .where('a.id', '=', letterId)
      .where('a.kind', '=', 'letter')
      .executeTakeFirst()
    if (!row || letterId === activityId) throw badField(`links.${index}.letterId`, 'letters.unknownLetter')
  }
  for (const { id, relation } of await linksOf(ctx, activityId)) {
    await ctx.db
      .deleteFrom('letterLinks')
      .where('tenantId', '=', ctx.tenantId)
      .where('activityId', '=', activityId)
      .where('relation', '=', relation)
      .where('targetId', '=', id)
      .execute()
  }
  if (links.length === 0) return
  await ctx.db
    .insertInto('letterLinks')
    .values(
      links.map(({ relation, letterId }) => ({
        tenantId: ctx.tenantId,
        activityId,
        relation,
        targetId: letterId,
      })),
    )
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** Letters that an unsaved one names, where the caller sees them. */
export async function namedLetters(ctx: Ctx, links: readonly Link[]): Promise<LinkedLetter[]> {
  if (links.length === 0) return []
  const rows = await (await visibleLetters(ctx))
    .where(
      anyOf(
        sql`a.id`,
        links.map(({ letterId }) => letterId),
      ),
    )
    .execute()
  return links.flatMap(({ relation, letterId }) => {
    const row = rows.find(({ id }) => id === letterId)
    return row ? [{ ...row, relation }] : []
  })
}

interface Ends {
  own: 'l.activityId' | 'l.targetId'
  other: 'l.activityId' | 'l.targetId'
  activityId: string
}

async function linked(ctx: Ctx, { own, other, activityId }: Ends): Promise<LinkedLetter[]> {
  return (await visibleLetters(ctx))
    .innerJoin('letterLinks as l', (join) =>
      join.onRef('l.tenantId', '=', 'a.tenantId').onRef(other, '=', 'a.id').on(own, '=', activityId),
    )
    .select('l.relation')
    .orderBy('a.at')
    .orderBy('a.id')
    .execute()
}

async function visibleLetters(ctx: Ctx) {
  return (await visibleActivities(ctx))
    .innerJoin('letters as d', (join) =>
      join.onRef('d.tenantId', '=', 'a.tenantId').onRef('d.activityId', '=', 'a.id'),
    )
    .select([
      'a.id',
      'a.subject',
      'a.direction',
      'd.registryNo as number',
      'd.letterNo',
      'd.letterDate',
      'a.at',
    ])
}
