import { CreateActivity } from '@peyvand/activities/contract'
import { recordActivity } from '@peyvand/activities/server'
import { readyValueId } from '@peyvand/customization/server'
import { allTeams } from '@peyvand/identity/server'
import { AssignmentRuleInput, ConvertLead, type Criterion, LeadFormInput } from '@peyvand/leads/contract'
import {
  answerCriteria,
  convertLead,
  createCost,
  createCriterion,
  createForm,
  createRule,
  getLead,
  judgeLead,
  leadSettings,
  updateLeadSettings,
} from '@peyvand/leads/server'
import { addDays, localDate } from '@peyvand/persian'
import { type Actor, type App, type Ctx, newId } from '@peyvand/platform/server'
import { actAs } from './act-as.ts'
import type { Random } from './random.ts'

interface LeadMaker {
  actor: Actor
  random: Random
}

const perSeller = 30
const day = 86_400_000

/**
 * What a firm does with its leads in a year: questions, rules, a public form and costs of sources, and by each seller
 * first answers, verdicts and conversions. The newest ones are left as they came.
 */
export async function fillLeads(
  app: App,
  { keeper, owner, sellers }: { keeper: Actor; owner: Actor; sellers: readonly LeadMaker[] },
): Promise<void> {
  const criteria = await actAs(app, { actor: keeper, run: (ctx) => setUp(ctx, owner) })
  const reasons = await actAs(app, {
    actor: keeper,
    run: async (ctx) => [
      await readyValueId(ctx, 'unfitReasons', 'noBudget'),
      await readyValueId(ctx, 'unfitReasons', 'noAnswer'),
    ],
  })
  for (const { actor, random } of sellers) {
    const mine = await actAs(app, { actor, run: (ctx) => leadsOf(ctx) })
    for (const { partyId, name, arrivedAt } of mine)
      await workOn(app, { actor, random, partyId, name, arrivedAt, criteria, reasons })
  }
}

const leadsOf = (ctx: Ctx) =>
  ctx.db
    .selectFrom('leads as l')
    .innerJoin('parties as p', (join) =>
      join.onRef('p.tenantId', '=', 'l.tenantId').onRef('p.id', '=', 'l.partyId'),
    )
    .select(['l.partyId', 'p.displayName as name', 'l.arrivedAt'])
    .where('l.tenantId', '=', ctx.tenantId)
    .where('l.current', '=', true)
    .where('p.ownerId', '=', ctx.actor.userId)
    .orderBy('l.arrivedAt', 'desc')
    .orderBy('l.id')
    .limit(perSeller)
    .execute()

interface Work extends LeadMaker {
  partyId: string
  name: string
  arrivedAt: string
  criteria: readonly Criterion[]
  reasons: readonly (string | null)[]
}

async function workOn(app: App, { actor, random, partyId, name, arrivedAt, criteria, reasons }: Work) {
  const arrived = Date.parse(arrivedAt)
  const answered = arrived + random.between(15, random.chance(0.8) ? 110 : 900) * 60_000
  const judged = answered + random.between(1, 9) * day
  const at = async (moment: number, run: (ctx: Ctx) => Promise<unknown>) => {
    if (moment > app.now().getTime()) return false
    await actAs(app, { actor, at: new Date(moment), run })
    return true
  }
  if (random.chance(0.15)) return
  const call = CreateActivity.parse({
    kind: 'call',
    subject: 'تماس نخست با سرنخ',
    status: 'done',
    parties: [{ partyId }],
    durationMinutes: random.between(2, 12),
  })
  if (!(await at(answered, (ctx) => recordActivity(ctx, call)))) return
  const answers = Object.fromEntries(
    criteria.map(({ id, options }) => [id, random.pick(options).id] as const),
  )
  await at(judged, async (ctx) => {
    const { version } = await getLead(ctx, partyId)
    await answerCriteria(ctx, partyId, { version, answers })
    const fate = random.weighted({ fit: 4, unfit: 3, converted: 2, open: 4 })
    if (fate === 'open') return
    const reasonId = random.pick(reasons)
    if (fate === 'unfit' && reasonId)
      await judgeLead(ctx, partyId, { verdict: 'unfit', version: version + 1, reasonId, note: null })
    else await judgeLead(ctx, partyId, { verdict: 'fit', version: version + 1 })
    if (fate !== 'converted' || !('deals.create' in actor.grants)) return
    const deal = { title: `فروش به ${name}`, amount: String(random.between(30, 900) * 1_000_000) }
    await convertLead(ctx, partyId, ConvertLead.parse({ deal }))
  })
}

async function setUp(ctx: Ctx, owner: Actor): Promise<Criterion[]> {
  const { version, responseMinutes } = await leadSettings(ctx)
  await updateLeadSettings(ctx, { version, responseMinutes, fitFrom: 50 })
  const option = (label: string, points: number) => ({ id: newId(), label, points })
  const criteria = [
    await createCriterion(ctx, {
      question: 'بودجه دارد؟',
      required: true,
      options: [option('بله', 30), option('سال آینده', 10), option('خیر', 0)],
    }),
    await createCriterion(ctx, {
      question: 'تصمیم‌گیرنده است؟',
      required: true,
      options: [option('بله', 25), option('تأثیرگذار است', 10), option('خیر', 0)],
    }),
    await createCriterion(ctx, {
      question: 'چه زمانی می‌خرد؟',
      required: false,
      options: [option('این ماه', 30), option('این فصل', 15), option('نامشخص', 0)],
    }),
  ]
  const sources = await sourceIds(ctx)
  await makeForm(ctx, owner, sources)
  const teams = await allTeams(ctx)
  const team = teams.find(({ name }) => name.includes('فروش')) ?? teams[0]
  if (team)
    await createRule(
      ctx,
      AssignmentRuleInput.parse({ name: 'نوبتی در فروش', to: 'roundRobin', teamId: team.id }),
    )
  await noteCosts(ctx, sources)
  return criteria
}

async function sourceIds(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('listValues')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('list', '=', 'sources')
    .orderBy('position')
    .limit(3)
    .execute()
  return rows.map(({ id }) => id)
}

const makeForm = (ctx: Ctx, owner: Actor, sources: readonly string[]) =>
  createForm(
    ctx,
    LeadFormInput.parse({
      name: 'فرم مشاوره در سایت',
      locale: 'fa',
      title: 'درخواست مشاوره',
      intro: 'مشخصات خود را بنویسید تا کارشناسان ما با شما تماس بگیرند.',
      thanks: 'سپاسگزاریم. پیام شما رسید و به‌زودی با شما تماس می‌گیریم.',
      consent: 'با تماس برای معرفی کالا و خدمات موافقم.',
      fields: [
        { field: 'firstName' },
        { field: 'lastName', required: true },
        { field: 'organization' },
        { field: 'mobile', required: true },
        { field: 'province' },
        { field: 'productGroup' },
        { field: 'message' },
      ],
      sourceId: sources[0] ?? null,
      ownerId: owner.userId,
    }),
    '',
  )

/** A sum for each source and month of the year. */
async function noteCosts(ctx: Ctx, sources: readonly string[]): Promise<void> {
  const today = localDate(ctx.now(), ctx.timeZone)
  for (const [turn, sourceId] of sources.entries())
    for (let month = 0; month < 12; month += 1)
      await createCost(ctx, {
        sourceId,
        spentOn: addDays(today, -30 * month - turn),
        amount: String((turn + 2) * 40_000_000 + month * 3_000_000),
        note: null,
      })
}
