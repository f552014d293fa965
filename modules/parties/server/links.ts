import {
  AppError,
  allows,
  badField,
  type Ctx,
  forbidden,
  insertRows,
  newId,
  notFound,
} from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'
import {
  belongingLabels,
  type LinkLabel,
  type PartyLink,
  type PartyLinkChange,
  type PartyLinkInput,
} from '../contract/index.ts'
import { canSeeParty, requireOpenable, visibleParties } from './party-access.ts'
import { primaryPhone } from './party-columns.ts'
import { partyFieldRules, shownPhone } from './party-field-rules.ts'
import { lockParty } from './party-queries.ts'
import { ownEntry } from './party-timeline.ts'
import { writeTimeline } from './timeline-writer.ts'

const mostLinks = 500
const mostMembers = 200

/** Relations of a party that the caller sees, from both sides, present ones first. @throws AppError notFound */
export async function listLinks(ctx: Ctx, id: string): Promise<PartyLink[]> {
  await requireOpenable(ctx, id)
  return linksOf(ctx, id)
}

/** The same for a party known to be openable. */
export async function linksOf(ctx: Ctx, id: string, linkId?: string): Promise<PartyLink[]> {
  const rows = await visibleParties(ctx)
    .innerJoin(sidesOf(ctx, id).as('l'), (join) => join.onRef('l.otherId', '=', 'p.id'))
    .select(['l.id', 'l.label', 'l.inverse', 'l.role', 'l.primary', 'l.since', 'l.until'])
    .select(['p.id as otherId', 'p.displayName', 'p.kind', 'p.jobTitle'])
    .select(primaryPhone(ctx).as('phone'))
    .$if(linkId !== undefined, (qb) => qb.where('l.id', '=', linkId as string))
    .orderBy(sql`l.until is not null`)
    .orderBy('l.primary', 'desc')
    .orderBy(sql`p.display_name collate "fa-x-icu"`)
    .orderBy('l.id')
    .limit(mostLinks)
    .execute()
  const { phones } = partyFieldRules(ctx)
  return rows.map(({ otherId, displayName, kind, jobTitle, phone, ...link }) => ({
    ...link,
    other: { id: otherId, name: displayName, kind, jobTitle, phone: shownPhone(phone, phones, ctx.locale) },
  }))
}

interface LinkSide {
  id: string
  label: LinkLabel
  inverse: boolean
  role: string | null
  primary: boolean
  since: string | null
  until: string | null
  otherId: string
}

const sidesOf = (ctx: Ctx, id: string): RawBuilder<LinkSide> => sql<LinkSide>`(
  select id, label, false as inverse, role, "primary", since, until, to_party_id as other_id
  from party_links where tenant_id = ${ctx.tenantId} and from_party_id = ${id}::uuid
  union all
  select id, label, true, role, "primary", since, until, from_party_id
  from party_links where tenant_id = ${ctx.tenantId} and to_party_id = ${id}::uuid)`

/** @throws AppError notFound, forbidden; parties.linkToSelf, parties.periodBackwards (400), parties.linkTwice (409) */
export async function createLink(ctx: Ctx, id: string, input: PartyLinkInput): Promise<PartyLink> {
  const row = await lockParty(ctx, id)
  if (!allows(ctx.actor, 'parties.update', row)) throw forbidden()
  if (input.otherId === id) throw badField('otherId', 'parties.linkToSelf')
  if (!(await canSeeParty(ctx, input.otherId))) throw badField('otherId', 'parties.partyUnknown')
  const [from, to] = input.inverse ? [input.otherId, id] : [id, input.otherId]
  const linkId = await insertLink(ctx, { ...input, from, to })
  const [link] = (await linksOf(ctx, id, linkId)) as [PartyLink]
  noteLink(ctx, { party: row, link, changes: { to: `${link.label}: ${link.other.name}` } })
  const here = ownEntry(ctx, id, 'linked', {
    label: link.label,
    inverse: link.inverse,
    other: { id: link.other.id, name: link.other.name },
  })
  const there = ownEntry(ctx, link.other.id, 'linked', {
    label: link.label,
    inverse: !link.inverse,
    other: { id, name: row.displayName },
  })
  // One subject: an organisation's file, which shows its people's rows too, tells of the relation once.
  await writeTimeline(ctx, [here, { ...there, subjectId: here.subjectId }])
  return link
}

export interface PartyLinkDraft {
  from: string
  to: string
  label: LinkLabel
  role?: string | null | undefined
  primary?: boolean | undefined
  since?: string | null | undefined
  until?: string | null | undefined
}

/**
 * Relates two parties that the caller has checked; answers the relation's id.
 * @throws AppError parties.linkTwice (409), parties.periodBackwards (400)
 */
export async function insertLink(ctx: Ctx, { from, to, ...details }: PartyLinkDraft): Promise<string> {
  requirePeriod(details)
  const id = newId()
  const created = await ctx.db
    .insertInto('partyLinks')
    .values({
      tenantId: ctx.tenantId,
      id,
      fromPartyId: from,
      toPartyId: to,
      label: details.label,
      role: details.role ?? null,
      primary: details.primary ?? false,
      since: details.since ?? null,
      until: details.until ?? null,
      createdBy: ctx.actor.userId,
    })
    .onConflict((oc) => oc.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!created) throw linkTwice()
  return id
}

/** Relates many parties that the caller has checked by one statement; relations that exist stay as they are. */
export async function insertLinks(ctx: Ctx, links: readonly PartyLinkDraft[]): Promise<void> {
  for (const link of links) requirePeriod(link)
  const rows = links.map(({ from, to, label, role, primary, since, until }) => ({
    tenantId: ctx.tenantId,
    id: newId(),
    fromPartyId: from,
    toPartyId: to,
    label,
    role: role ?? null,
    primary: primary ?? false,
    since: since ?? null,
    until: until ?? null,
    createdAt: ctx.now().toISOString(),
    createdBy: ctx.actor.userId,
  }))
  await insertRows(ctx, 'partyLinks', rows, sql`on conflict do nothing`)
}

/** @throws AppError notFound, forbidden; parties.periodBackwards (400), parties.linkTwice (409) */
export async function updateLink(
  ctx: Ctx,
  { id, linkId, change }: { id: string; linkId: string; change: PartyLinkChange },
): Promise<PartyLink> {
  const { row, link } = await lockLink(ctx, id, linkId)
  const {
    label = link.label,
    role = link.role,
    primary = link.primary,
    since = link.since,
    until = link.until,
  } = change
  requirePeriod({ since, until })
  if (
    label !== link.label &&
    (await linksOf(ctx, id)).some(
      (one) => one.other.id === link.other.id && one.label === label && one.inverse === link.inverse,
    )
  )
    throw linkTwice()
  await ctx.db
    .updateTable('partyLinks')
    .set({ label, role, primary, since, until })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', linkId)
    .execute()
  const [after] = (await linksOf(ctx, id, linkId)) as [PartyLink]
  noteLink(ctx, { party: row, link: after, changes: { from: linkText(link), to: linkText(after) } })
  return after
}

/** @throws AppError notFound, forbidden */
export async function deleteLink(ctx: Ctx, { id, linkId }: { id: string; linkId: string }): Promise<void> {
  const { row, link } = await lockLink(ctx, id, linkId)
  await ctx.db
    .deleteFrom('partyLinks')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', linkId)
    .execute()
  noteLink(ctx, { party: row, link, changes: { from: linkText(link) } })
}

/** The party and, if it is an organisation, its people and branches of today whom the caller sees. */
export async function rollUpIds(ctx: Ctx, { id, kind }: { id: string; kind: string }): Promise<string[]> {
  if (kind !== 'organization') return [id]
  const rows = await visibleParties(ctx)
    .innerJoin('partyLinks as l', (join) =>
      join.onRef('l.tenantId', '=', 'p.tenantId').onRef('l.fromPartyId', '=', 'p.id'),
    )
    .select('p.id')
    .distinct()
    .where('l.toPartyId', '=', id)
    .where('l.label', 'in', belongingLabels)
    .where((eb) => eb.or([eb('l.until', 'is', null), eb('l.until', '>=', sql<string>`current_date`)]))
    .limit(mostMembers)
    .execute()
  return [id, ...rows.map((row) => row.id)]
}

async function lockLink(ctx: Ctx, id: string, linkId: string) {
  const row = await lockParty(ctx, id)
  if (!allows(ctx.actor, 'parties.update', row)) throw forbidden()
  const [link] = await linksOf(ctx, id, linkId)
  if (!link) throw notFound()
  return { row, link }
}

function requirePeriod({
  since,
  until,
}: {
  since?: string | null | undefined
  until?: string | null | undefined
}): void {
  if (since && until && until < since) throw badField('until', 'parties.periodBackwards')
}

const linkTwice = () =>
  new AppError('parties.linkTwice', { status: 409, fields: [{ path: 'otherId', code: 'parties.linkTwice' }] })

const linkText = ({ label, other, role, since, until }: PartyLink) =>
  [label, other.name, role, since, until].filter(Boolean).join(' · ')

interface LinkNote {
  party: { id: string; displayName: string }
  link: PartyLink
  changes: { from?: string; to?: string }
}

/** Both files changed. */
function noteLink(ctx: Ctx, { party, link, changes }: LinkNote): void {
  ctx.audit({
    action: 'update',
    record: 'parties',
    recordId: party.id,
    label: party.displayName,
    changes: { links: changes },
  })
  ctx.live({ topic: 'parties', id: party.id })
  ctx.live({ topic: 'parties', id: link.other.id })
}
