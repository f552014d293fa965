import { labelMatch, tagsByName, valueLabel } from '@peyvand/customization/server'
import {
  byIds,
  type Changes,
  type HistorySource,
  type NamesOf,
  restoredInput,
  sameValue,
  valueBefore,
} from '@peyvand/history/server'
import { teamsByIds, usersByIds } from '@peyvand/identity/server'
import { allows, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type Party, plainPartyFields, UpdateParty } from '../contract/index.ts'
import { addressesOf, contactPointsOf } from './contact-rows.ts'
import { knowsGroup } from './group-limits.ts'
import { loggedContact, loggedFields } from './logged-fields.ts'
import { joinGroup, leaveGroup } from './membership.ts'
import { openableParties, requireOpenable } from './party-access.ts'
import { identifierColumns, isWithheldChange, partyFieldRules } from './party-field-rules.ts'
import { partyRefs } from './party-names.ts'
import { getParty } from './party-queries.ts'
import { updateParty } from './update-party.ts'

/** What the history of parties is read from. */
export const partyHistory: HistorySource = {
  record: 'parties',
  names: {
    ownerId: byIds(usersByIds),
    teamId: byIds(teamsByIds),
    introducerId: byIds(partyRefs),
    marketerId: byIds(partyRefs),
    industryId: byIds(valueNames),
    leadSourceId: byIds(valueNames),
    levelId: byIds(valueNames),
  },
  partyNames: byIds(partyRefs),
  require: async (ctx, id) => {
    await requireOpenable(ctx, id)
    const { deletedAt, ...owned } = await loadOpenable(ctx, id)
    return { mayChange: deletedAt === null && allows(ctx.actor, 'parties.update', owned) }
  },
  present: async (ctx, id) => {
    const row = await loadOpenable(ctx, id)
    return { fields: await loggedFields(ctx, row), deleted: row.deletedAt !== null }
  },
  isWithheld: (ctx, field) =>
    isWithheldChange(partyFieldRules(ctx), field) ||
    (field.startsWith('groups.') && !knowsGroup(ctx.actor, field.slice('groups.'.length))),
  isRestorable: (ctx, field, value) => isRestorable(field, value) && !isRuled(ctx, field),
  read: (changes) => Object.fromEntries(Object.entries(changes).flatMap(readOlder)),
}

const loadOpenable = (ctx: Ctx, id: string) =>
  openableParties(ctx).selectAll('p').where('p.id', '=', id).executeTakeFirstOrThrow()

/**
 * Gives one field the value back that it had before a change, by the ordinary save.
 * @throws AppError history.noSuchChange (404), history.notRestorable, history.valueGone (409); as updateParty
 */
export async function restorePartyField(
  ctx: Ctx,
  { id, changeId, field, version }: { id: string; changeId: string; field: string; version: number },
): Promise<Party> {
  const value = await valueBefore(ctx, partyHistory, { id, changeId, field })
  if (field.startsWith('groups.')) return restorePlace(ctx, { id, key: field.slice('groups.'.length), value })
  const input = restoredInput(UpdateParty, {
    version,
    acceptDuplicates: true,
    ...(await inputOf(ctx, { id, field, value })),
  })
  return updateParty(ctx, id, input)
}

async function inputOf(
  ctx: Ctx,
  { id, field, value }: { id: string; field: string; value: unknown },
): Promise<Record<string, unknown>> {
  if (field === 'displayName') return { name: value }
  if (field.startsWith('custom.')) return { custom: { [field.slice('custom.'.length)]: value } }
  if (field === 'tags') {
    const known = await tagsByName(ctx)
    return { tagIds: (value as string[]).map((name) => known.get(labelMatch(name))) }
  }
  // What is the same as then keeps its row.
  if (field === 'contactPoints') {
    const present = await contactPointsOf(ctx, id)
    const points = (value as ReturnType<typeof loggedContact>[]).map((point) => {
      const { extension, ...given } = point
      const same = present.find((one) => sameValue(loggedContact(one), point))
      return { ...given, value: extension ? `${given.value} ext ${extension}` : given.value, id: same?.id }
    })
    return { contactPoints: points }
  }
  if (field === 'addresses') {
    const present = await addressesOf(ctx, id)
    const idOf = (given: { text?: unknown }) => present.find(({ text }) => text === given.text)?.id
    return { addresses: (value as { text?: unknown }[]).map((given) => ({ ...given, id: idOf(given) })) }
  }
  return { [field]: value }
}

async function restorePlace(
  ctx: Ctx,
  { id, key, value }: { id: string; key: string; value: unknown },
): Promise<Party> {
  if (typeof value === 'string') {
    const state = value.slice(key.length + 1)
    return joinGroup(ctx, { id, key, input: { state: state === '' ? null : state } })
  }
  await leaveGroup(ctx, { id, key })
  return getParty(ctx, id)
}

function isRestorable(field: string, value: unknown): boolean {
  if (field === 'contactPoints' || field === 'addresses')
    return Array.isArray(value) && value.every((part) => part !== null && typeof part === 'object')
  if (field === 'tags') return Array.isArray(value)
  if (field === 'displayName') return typeof value === 'string'
  return /^(custom|groups)\../.test(field) || (plainPartyFields as readonly string[]).includes(field)
}

/** What a role may not change, the history does not change for it either. */
function isRuled(ctx: Ctx, field: string): boolean {
  const rules = partyFieldRules(ctx)
  if (field === 'contactPoints') return rules.phones !== undefined || rules.emails !== undefined
  if (field === 'addresses') return rules.addresses !== undefined
  if (field === 'notes') return rules.notes !== undefined
  return (identifierColumns as readonly string[]).includes(field) && rules.identifiers !== undefined
}

/** Moves between groups were told as `{ from: 'leads' }` and `{ to: 'customers.active' }`, new custom values as one. */
function readOlder([field, change]: [string, Changes[string]]): [string, Changes[string]][] {
  if (field === 'groups') {
    const place = typeof change.to === 'string' ? change.to : change.from
    return typeof place === 'string' ? [[`groups.${place.split('.')[0]}`, change]] : []
  }
  if (field === 'custom' && change.to && typeof change.to === 'object')
    return Object.entries(change.to).map(([key, to]) => [`custom.${key}`, { to }])
  return [[field === 'tagIds' ? 'tags' : field, change]]
}

async function valueNames(ctx: Ctx, ids: readonly string[]): ReturnType<NamesOf> {
  const { rows } = await sql<{ id: string; name: string | null }>`
    select given.id, ${valueLabel(ctx, sql.ref('given.id'))} as name
    from (select distinct unnest(${sql.val([...ids])}::uuid[]) as id) as given (id)`.execute(ctx.db)
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, { name }] as const] : [])))
}
