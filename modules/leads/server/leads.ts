import { groupTree } from '@peyvand/catalog/server'
import { requireValue } from '@peyvand/customization/server'
import { groupByKey, joinGroup } from '@peyvand/parties/server'
import { canSeeDeal, dealTitle } from '@peyvand/pipeline/server'
import type { Ref } from '@peyvand/platform/contract'
import {
  AppError,
  allows,
  badField,
  type Ctx,
  changesBetween,
  forbidden,
  json,
  notFound,
  readCustomValues,
  requireVersion,
  type Tables,
} from '@peyvand/platform/server'
import { sql, type Updateable } from 'kysely'
import {
  type Answers,
  type Lead,
  type LeadChange,
  type LeadVerdict,
  leadGroup,
  leadJudged,
  leadStates,
  scoreOf,
} from '../contract/index.ts'
import { carriedValues } from './carried-values.ts'
import { criteriaRows } from './criteria.ts'
import { leadParties, leadRow, type NamedLead, ref, selectNamed } from './lead-rows.ts'
import { leadSettings } from './settings.ts'
import './tables.ts'

/** What is known of a visible party as a lead; null where it never was one. */
export async function leadOfParty(ctx: Ctx, partyId: string): Promise<Lead | null> {
  const row = await selectNamed(ctx, await leadParties(ctx))
    .select(
      sql<
        string | null
      >`(select f.name from lead_forms f where f.tenant_id = l.tenant_id and f.id = l.form_id)`.as(
        'formName',
      ),
    )
    .where('p.id', '=', partyId)
    .executeTakeFirst()
  if (!row) return null
  const criteria = await criteriaRows(ctx)
  return {
    ...leadRow(ctx, row),
    form: ref(row.formId, row.formName),
    isOpen: row.memberId !== null,
    answers: row.answers,
    criteria: criteria.filter(({ id, archivedAt }) => archivedAt === null || id in row.answers),
    fitFrom: (await leadSettings(ctx)).fitFrom,
    qualifiedAt: row.qualifiedAt,
    unfitNote: row.unfitNote,
    convertedAt: row.convertedAt,
    deal: row.dealId === null ? null : await dealRef(ctx, row.dealId),
    dealCustom: row.memberId === null ? {} : await carriedValues(ctx, readCustomValues(row.custom)),
    version: row.version,
  }
}

/** @throws AppError leads.notFound (404) */
export async function getLead(ctx: Ctx, partyId: string): Promise<Lead> {
  const lead = await leadOfParty(ctx, partyId)
  if (!lead) throw notFound('leads.notFound')
  return lead
}

/** Answers the firm's questions. @throws AppError leads.notFound, .notOpen, .answerUnknown; versionConflict (409) */
export async function answerCriteria(
  ctx: Ctx,
  partyId: string,
  { version, answers }: { version: number; answers: Answers },
): Promise<Lead> {
  const row = await changeableLead(ctx, partyId, version)
  const criteria = await criteriaRows(ctx)
  for (const [id, option] of Object.entries(answers)) {
    const known = criteria.find((one) => one.id === id)?.options.some((one) => one.id === option)
    if (!known) throw new AppError('leads.answerUnknown', { status: 400 })
  }
  const score = scoreOf(criteria, answers)
  await setLead(ctx, row, { answers: json(answers), score })
  noteChange(ctx, row, { score: { from: row.score, to: score } })
  return getLead(ctx, partyId)
}

/** @throws AppError leads.notFound, .notOpen; versionConflict (409); badInput (400) at the field */
export async function updateLead(
  ctx: Ctx,
  partyId: string,
  { version, sourceId, productGroupId }: LeadChange,
): Promise<Lead> {
  const row = await changeableLead(ctx, partyId, version)
  await requireValue(ctx, 'sources', { path: 'sourceId', id: sourceId, present: row.sourceId })
  if (productGroupId && (await groupTree(ctx)).pathOf(productGroupId).length === 0)
    throw badField('productGroupId', 'option')
  const change = {
    ...(sourceId !== undefined && { sourceId }),
    ...(productGroupId !== undefined && { productGroupId }),
  }
  await setLead(ctx, row, change)
  noteChange(ctx, row, changesBetween<Record<string, unknown>>(row, change))
  return getLead(ctx, partyId)
}

/**
 * Says what a lead is worth; its state in the group follows.
 * @throws AppError leads.notFound, .notOpen, .answersMissing, parties.stateUnknown; versionConflict (409)
 */
export async function judgeLead(ctx: Ctx, partyId: string, input: LeadVerdict): Promise<Lead> {
  const row = await changeableLead(ctx, partyId, input.version)
  const reasonId = input.verdict === 'unfit' ? input.reasonId : null
  if (input.verdict === 'fit') await requireAnswers(ctx, row.answers)
  if (reasonId) await requireValue(ctx, 'unfitReasons', { path: 'reasonId', id: reasonId })
  const now = ctx.now().toISOString()
  await setLead(ctx, row, {
    qualifiedAt: input.verdict === 'fit' ? now : null,
    unfitAt: input.verdict === 'unfit' ? now : null,
    unfitReasonId: reasonId,
    unfitNote: input.verdict === 'unfit' ? input.note : null,
  })
  await joinGroup(ctx, { id: partyId, key: leadGroup, input: { state: stateAfter[input.verdict] } })
  ctx.emit(leadJudged, { partyId, verdict: input.verdict, reasonId })
  return getLead(ctx, partyId)
}

const stateAfter = { fit: leadStates.fit, unfit: leadStates.unfit, open: leadStates.working } as const

async function requireAnswers(ctx: Ctx, answers: Answers): Promise<void> {
  const criteria = await criteriaRows(ctx)
  const missing = criteria.filter(
    ({ id, required, archivedAt }) => required && !archivedAt && !(id in answers),
  )
  if (missing.length === 0) return
  throw new AppError('leads.answersMissing', {
    status: 409,
    params: { questions: missing.map(({ question }) => question).join('، ') },
  })
}

/** Moves a new lead on, where the firm still has the state; says nothing where it is elsewhere already. */
export async function beginWork(ctx: Ctx, partyId: string): Promise<void> {
  const { id, states } = await groupByKey(ctx, leadGroup)
  if (!states.some(({ key }) => key === leadStates.working)) return
  const place = await ctx.db
    .selectFrom('partyGroupMembers')
    .select('state')
    .where('tenantId', '=', ctx.tenantId)
    .where('groupId', '=', id)
    .where('partyId', '=', partyId)
    .where('until', 'is', null)
    .executeTakeFirst()
  if (place && (place.state === leadStates.fresh || place.state === null))
    await joinGroup(ctx, { id: partyId, key: leadGroup, input: { state: leadStates.working } })
}

/**
 * The lead, locked, as the caller saw it.
 * @throws AppError leads.notFound (404), leads.notOpen (409), forbidden (403), versionConflict (409)
 */
export async function changeableLead(ctx: Ctx, partyId: string, version?: number): Promise<NamedLead> {
  const row = await selectNamed(ctx, await leadParties(ctx))
    .where('p.id', '=', partyId)
    .forUpdate('l')
    .executeTakeFirst()
  if (!row) throw notFound('leads.notFound')
  if (!allows(ctx.actor, 'parties.update', row)) throw forbidden()
  if (row.memberId === null) throw new AppError('leads.notOpen', { status: 409 })
  if (version !== undefined && version !== row.version)
    requireVersion(row, version, await getLead(ctx, partyId))
  return row
}

/** Writes a lead and tells open files of it. */
export async function setLead(
  ctx: Ctx,
  row: Pick<NamedLead, 'leadId' | 'id'>,
  change: Updateable<Tables['leads']>,
): Promise<void> {
  await ctx.db
    .updateTable('leads')
    .set({ ...change, version: sql`version + 1` })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', row.leadId)
    .execute()
  ctx.live({ topic: 'parties', id: row.id })
}

const noteChange = (
  ctx: Ctx,
  row: NamedLead,
  changes: Record<string, { from?: unknown; to?: unknown }>,
): void => ctx.audit({ action: 'update', record: 'leads', recordId: row.id, label: row.name, changes })

async function dealRef(ctx: Ctx, id: string): Promise<Ref | null> {
  if (!(await canSeeDeal(ctx, id))) return null
  const { rows } = await sql<{ name: string }>`select ${dealTitle(ctx, sql`${id}::uuid`)} as name`.execute(
    ctx.db,
  )
  return ref(id, rows[0]?.name ?? null)
}
