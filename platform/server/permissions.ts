import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type FieldRule, type Scope, scopeOrder } from '../contract/index.ts'
import type { Actor } from './actor.ts'
import type { Ctx } from './ctx.ts'
import { forbidden } from './errors.ts'
import { anyOf } from './sql.ts'

/** How far the actor's permission reaches, or null where no role grants it. */
export function scopeOf(actor: Actor, permission: string): Scope | null {
  return actor.everything ? 'all' : (actor.grants[permission] ?? null)
}

/** Whether the actor has the permission at any scope. */
export const may = (actor: Actor, permission: string): boolean => scopeOf(actor, permission) !== null

/** @throws AppError forbidden (403) when no role of the actor grants the permission. */
export function requirePermission(ctx: Ctx, permission: string): Scope {
  const scope = scopeOf(ctx.actor, permission)
  if (scope === null) throw forbidden()
  return scope
}

export interface Owned {
  ownerId: string | null
  teamId: string | null
}

/** Whether the permission reaches a record of this owner and team; the same rule as `withinScope` in SQL. */
export const allows = (actor: Actor, permission: string, record: Owned): boolean =>
  reachOf(actor, permission, record) !== null

/** By what the permission reaches the record: because it is the actor's own, of a team, or any; null where it does not. */
export function reachOf(actor: Actor, permission: string, { ownerId, teamId }: Owned): Scope | null {
  const scope = scopeOf(actor, permission)
  if (scope === null || scope === 'all') return scope
  if (ownerId !== null && ownerId === actor.userId) return 'own'
  if (scope === 'own' || teamId === null) return null
  return (scope === 'team' ? actor.teamIds : actor.subtreeTeamIds).includes(teamId) ? scope : null
}

interface OwnerColumns {
  owner: RawBuilder<unknown>
  team: RawBuilder<unknown>
}

/**
 * The rows a permission reaches, as SQL over a table's owner and team columns. Each scope compiles to its
 * own predicate, so that the planner sees the plainest one.
 */
export function withinScope(
  actor: Actor,
  permission: string,
  { owner, team }: OwnerColumns,
): RawBuilder<SqlBool> {
  const scope = scopeOf(actor, permission)
  if (scope === null) return sql`false`
  if (scope === 'all') return sql`true`
  const own = sql<SqlBool>`${owner} = ${actor.userId}::uuid`
  const teams = scope === 'team' ? actor.teamIds : actor.subtreeTeamIds
  if (scope === 'own' || teams.length === 0) return own
  return sql`(${own} or ${anyOf(team, teams)})`
}

const mostParts = 8

/**
 * The same rows as disjoint parts: the actor's own, and what else is of each team. No index gives the first rows in the
 * order of a list where an `or` joins the two; of each part by itself one does.
 */
export function scopeParts(actor: Actor, permission: string, columns: OwnerColumns): RawBuilder<SqlBool>[] {
  const scope = scopeOf(actor, permission)
  const teams = scope === 'team' ? actor.teamIds : actor.subtreeTeamIds
  if (scope === null || scope === 'all' || scope === 'own' || teams.length === 0)
    return [withinScope(actor, permission, columns)]
  const { owner, team } = columns
  const ofTeams =
    teams.length <= mostParts ? teams.map((id) => sql`${team} = ${id}::uuid`) : [anyOf(team, teams)]
  return [
    sql`${owner} = ${actor.userId}::uuid`,
    ...ofTeams.map((part) => sql<SqlBool>`(${part} and ${owner} is distinct from ${actor.userId}::uuid)`),
  ]
}

/** The wider of two scopes: roles add up, the most generous one counts. */
export function widerScope(a: Scope, b: Scope): Scope {
  return scopeOrder.indexOf(a) >= scopeOrder.indexOf(b) ? a : b
}

/** The parts of a record type (`parties`: keys of groups) that the actor is limited to; null for all of it. */
export const limitOf = (actor: Actor, type: string): readonly string[] | null =>
  actor.everything ? null : (actor.limits[type] ?? null)

/** What the actor may not see or change of a field, or null; `field` is `parties.phones`. */
export const fieldRule = (actor: Actor, field: string): FieldRule | null =>
  actor.everything ? null : (actor.fieldRules[field] ?? null)
