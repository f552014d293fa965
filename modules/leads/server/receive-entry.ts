import { CreateActivity } from '@peyvand/activities/contract'
import { recordActivity } from '@peyvand/activities/server'
import { addWorkingDays } from '@peyvand/calendar/contract'
import { workingCalendar } from '@peyvand/calendar/server'
import { groupTree } from '@peyvand/catalog/server'
import { activeUser, holdersOfRight, teamsOfUser } from '@peyvand/identity/server'
import { findMatches, insertLink, insertParties, joinGroup, matchProbe } from '@peyvand/parties/server'
import { addDays, localDate } from '@peyvand/persian'
import { AppError, type Ctx, checkCustomValues, newId, withCustomDefaults } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { leadGroup, leadReceived, leadsAssigned } from '../contract/index.ts'
import { chooser, giveTo } from './assign-leads.ts'
import type { StoredForm } from './lead-forms.ts'
import type { Entry } from './read-entry.ts'
import './tables.ts'

/** More than this in an hour is no form that people fill in. */
const mostInHour = 300

interface Received {
  form: StoredForm
  /** Of what was sent: the same twice counts once. */
  key: string
  entry: Entry
}

/**
 * Takes what a visitor sent: a new party, or the one with the same mobile, phone or e-mail, among the leads, with the
 * entry in its file and the follow-up of who it belongs to. What is sent twice counts once.
 * @throws AppError tooMany (429); badInput (400) at `custom.<key>`
 */
export async function receiveEntry(ctx: Ctx, { form, key, entry }: Received): Promise<void> {
  // One after the other, so that the same person sent twice is found the second time.
  await ctx.db
    .selectFrom('leadForms')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', form.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (await isTaken(ctx, form.id, key)) return
  await refuseFlood(ctx, form.id)
  const custom = await checkCustomValues(ctx, {
    record: 'parties',
    values: entry.custom,
    appliesTo: [entry.party.kind, leadGroup],
    partial: true,
  })
  const known = await knownParty(ctx, entry)
  const partyId = known?.id ?? (await recordParty(ctx, { form, entry, custom }))
  if (known) await joinGroup(ctx, { id: partyId, key: leadGroup, input: {} })
  await noteOrigin(ctx, { form, entry, partyId, isKnown: known !== null })
  const ownerId = (await ownerOf(ctx, partyId)) ?? (await newOwner(ctx, { form, entry, partyId }))
  const activityId = await writeEntry(ctx, { form, entry, partyId, ownerId, isNew: known === null })
  await ctx.db
    .insertInto('leadEntries')
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      formId: form.id,
      nonce: key,
      partyId,
      activityId,
      receivedAt: ctx.now().toISOString(),
    })
    .execute()
  if (form.followUpDays === null) ctx.emit(leadsAssigned, { ownerId, partyIds: [partyId] })
  ctx.emit(leadReceived, { partyId, formId: form.id, isKnown: known !== null })
}

async function isTaken(ctx: Ctx, formId: string, key: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('leadEntries')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('formId', '=', formId)
    .where('nonce', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

async function refuseFlood(ctx: Ctx, formId: string): Promise<void> {
  const hourAgo = new Date(ctx.now().getTime() - 3_600_000).toISOString()
  const { count } = await ctx.db
    .selectFrom('leadEntries')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('tenantId', '=', ctx.tenantId)
    .where('formId', '=', formId)
    .where('receivedAt', '>', hourAgo)
    .executeTakeFirstOrThrow()
  if (count >= mostInHour) throw new AppError('tooMany', { status: 429 })
}

/** The party that has one of the entry's addresses: the one with most of them, of several the oldest. */
async function knownParty(ctx: Ctx, { party }: Entry): Promise<{ id: string } | null> {
  const probe = { ...matchProbe({ kind: party.kind, contactPoints: party.contactPoints }), name: '' }
  const [matches] = await findMatches(ctx, [probe])
  const certain = [...(matches ?? [])].flatMap(([id, reasons]) => {
    const count = ['mobile', 'email', 'phone'].filter((reason) => reasons.has(reason as never)).length
    return count > 0 ? [{ id, count }] : []
  })
  const best = certain.toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))[0]
  return best ?? null
}

/** The owner where they can be given work. */
async function ownerOf(ctx: Ctx, partyId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('parties')
    .select('ownerId')
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', partyId)
    .executeTakeFirst()
  return row?.ownerId && (await activeUser(ctx, row.ownerId)) ? row.ownerId : null
}

/** Who a file that is nobody's goes to, so that whoever is to follow up sees it. */
async function newOwner(
  ctx: Ctx,
  { form, entry, partyId }: { form: StoredForm; entry: Entry; partyId: string },
): Promise<string> {
  const ownerId = await chosenOwner(ctx, form, entry)
  await giveTo(ctx, partyId, ownerId)
  return ownerId
}

interface NewParty {
  form: StoredForm
  entry: Entry
  custom: Record<string, unknown>
}

async function recordParty(ctx: Ctx, { form, entry, custom }: NewParty): Promise<string> {
  const { party, organization } = entry
  const ownerId = await chosenOwner(ctx, form, entry)
  const teamId = (await teamsOfUser(ctx, ownerId))[0] ?? null
  const appliesTo = [party.kind, leadGroup]
  const draft = {
    ...party,
    ownerId,
    teamId,
    leadSourceId: form.sourceId,
    groups: [leadGroup],
    custom: await withCustomDefaults(ctx, { record: 'parties', values: custom, appliesTo }),
  }
  const provenance = { sourceKind: 'form', sourceId: form.id } as const
  const [partyId] = (await insertParties(ctx, [draft], provenance)) as [string]
  if (organization === null) return partyId
  // A name alone proves nothing: what a visitor calls their employer never becomes part of a file that is there.
  const employer = { kind: 'organization', name: organization, ownerId, teamId, groups: [] } as const
  const [employerId] = (await insertParties(ctx, [{ ...employer, groups: [] }], provenance)) as [string]
  await insertLink(ctx, {
    from: partyId,
    to: employerId,
    label: 'worksFor',
    role: party.jobTitle,
    primary: true,
  })
  return partyId
}

/** By the rules where the form says so, else who the form names. */
async function chosenOwner(ctx: Ctx, form: StoredForm, { party, productGroupId }: Entry): Promise<string> {
  const group = productGroupId ?? form.productGroupId
  const places = party.addresses ?? []
  const facts = {
    sourceId: form.sourceId,
    provinces: places.flatMap(({ province }) => province ?? []),
    cities: places.flatMap(({ city }) => city ?? []),
    productGroupIds: group ? (await groupTree(ctx)).pathOf(group).map(({ id }) => id) : [],
  }
  const byRule = form.byRules ? await (await chooser(ctx))(facts) : null
  return byRule ?? (await someoneAtWork(ctx, form))
}

/** Who the form names, or where they left the firm who may mend the form. */
async function someoneAtWork(ctx: Ctx, { ownerId }: StoredForm): Promise<string> {
  if (await activeUser(ctx, ownerId)) return ownerId
  return (await holdersOfRight(ctx, 'leads.manage'))[0] ?? ownerId
}

async function noteOrigin(
  ctx: Ctx,
  { form, entry, partyId, isKnown }: { form: StoredForm; entry: Entry; partyId: string; isKnown: boolean },
): Promise<void> {
  await ctx.db
    .updateTable('leads')
    .set({
      origin: 'form',
      formId: form.id,
      productGroupId: entry.productGroupId ?? form.productGroupId,
      ...(isKnown && { sourceId: form.sourceId }),
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('partyId', '=', partyId)
    .where('current', '=', true)
    // One that is worked on already keeps where it came from.
    .where('formId', 'is', null)
    .where('respondedAt', 'is', null)
    .execute()
}

interface Written {
  form: StoredForm
  entry: Entry
  partyId: string
  ownerId: string
  /** Whether the file was made of it. */
  isNew: boolean
}

/** Stand in a new file itself, where not every role sees them. */
const reachedBy: ReadonlySet<string> = new Set(['mobile', 'phone', 'email'])

/** Writes what was sent into the file, with the follow-up. */
async function writeEntry(ctx: Ctx, { form, entry, partyId, ownerId, isNew }: Written): Promise<string> {
  const words = { form: form.title }
  const text = (key: string) => ctx.registry.translate(form.locale, key, words)
  const body = [
    ...entry.lines.filter(({ field }) => !isNew || !reachedBy.has(field)),
    ...(form.consent ? [{ label: form.consent, value: '✓' }] : []),
  ]
    .map(({ label, value }) => `${label}: ${value}`)
    .join('\n')
  const email = entry.party.contactPoints?.find(({ type }) => type === 'email')?.value ?? null
  const input = CreateActivity.parse({
    kind: 'email',
    direction: 'incoming',
    subject: text('leads.entrySubject'),
    body,
    ownerId,
    parties: [{ partyId, role: 'sender' }],
    message: { sender: email },
    ...(form.followUpDays !== null && {
      followUp: {
        kind: 'task',
        subject: text('leads.followUpSubject'),
        dueAt: await dayOfFollowUp(ctx, form.followUpDays),
        body,
      },
    }),
  })
  const { row } = await recordActivity(ctx, input, { source: 'form', sourceId: form.id })
  return row.id
}

async function dayOfFollowUp(ctx: Ctx, days: number): Promise<string> {
  const today = localDate(ctx.now(), ctx.timeZone)
  const calendar = await workingCalendar(ctx, today, addDays(today, days * 3 + 31))
  return addWorkingDays(calendar, today, days)
}
