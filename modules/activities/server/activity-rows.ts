import { tagsOf, valueLabel } from '@peyvand/customization/server'
import { filesOfMany } from '@peyvand/files/server'
import { teamName, userName } from '@peyvand/identity/server'
import { type Ctx, readCustomValues, seenCustomValues, together } from '@peyvand/platform/server'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { ActivityLink, ActivityParty, ActivityRow } from '../contract/index.ts'
import { type ActivityRecord, reaches } from './activity-access.ts'
import { isOverdue } from './activity-source.ts'
import { concernedBy } from './activity-targets.ts'
import { shownNumber } from './withheld-numbers.ts'

// biome-ignore lint/suspicious/noExplicitAny: adds columns to any query over `activities as a`
type Query<O> = SelectQueryBuilder<any, any, O> // oxlint-disable-line typescript/no-explicit-any

interface Names {
  overdue: boolean
  ownerName: string | null
  teamName: string | null
  resultLabel: string | null
}
export type NamedActivity = ActivityRecord & Names

/** The columns that views are made of, over a query of visible `activities as a`. */
export const selectNamed = <O>(ctx: Ctx, query: Query<O>): Query<NamedActivity> =>
  query
    .selectAll('a')
    .select([
      isOverdue(ctx).as('overdue'),
      userName(sql`a.owner_id`).as('ownerName'),
      teamName(sql`a.team_id`).as('teamName'),
      valueLabel(ctx, sql`a.result_id`).as('resultLabel'),
    ]) as unknown as Query<NamedActivity>

/** Rows as lists show them, with their parties, tags and number of files: one query each for the whole page. */
export async function activityRows(ctx: Ctx, rows: readonly NamedActivity[]): Promise<ActivityRow[]> {
  const ids = rows.map(({ id }) => id)
  const [concerned, tags, files] = await together([
    concernedBy(ctx, ids),
    tagsOf(ctx, 'activities', ids),
    filesOfMany(ctx, 'activities', ids),
  ])
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    direction: row.direction,
    status: row.status,
    subject: row.subject,
    at: row.at,
    occurredAt: row.occurredAt,
    plannedAt: row.plannedAt,
    dueAt: row.dueAt,
    dueAllDay: row.dueAllDay,
    doneAt: row.doneAt,
    overdue: row.overdue,
    durationMinutes: row.durationMinutes,
    result: row.resultId ? { id: row.resultId, name: row.resultLabel ?? '' } : null,
    priority: row.priority,
    confidentiality: row.confidentiality,
    owner: { id: row.ownerId, name: row.ownerName ?? '' },
    team: row.teamId && row.teamName !== null ? { id: row.teamId, name: row.teamName } : null,
    parties: concerned.get(row.id)?.parties ?? [],
    targets: concerned.get(row.id)?.targets ?? [],
    tags: tags.get(row.id) ?? [],
    number: shownNumber(ctx, row.kind, row.number),
    recurring: row.seriesId !== null,
    fileCount: files.get(row.id)?.length ?? 0,
    custom: seenCustomValues(ctx, 'activities', readCustomValues(row.custom)),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    version: row.version,
    can: { update: row.deletedAt === null && reaches(ctx, 'activities.update', row) },
  }))
}

/** The parties of activities by the activity's id. Who sees an activity sees the names in it. */
export async function partiesOfMany(
  ctx: Ctx,
  activityIds: readonly string[],
): Promise<Map<string, z.infer<typeof ActivityParty>[]>> {
  const concerned = await concernedBy(ctx, activityIds)
  return new Map([...concerned].map(([id, { parties }]) => [id, parties]))
}

export const activityLink = ({
  id,
  kind,
  subject,
  status,
  at,
  dueAt,
}: ActivityRecord): z.infer<typeof ActivityLink> => ({
  id,
  kind,
  subject,
  status,
  at,
  dueAt,
})
