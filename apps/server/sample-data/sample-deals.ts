import { readyValueId } from '@peyvand/customization/server'
import { addDays, instantAt, localDate } from '@peyvand/persian'
import { CreateDeal, isRunning, type Outcome, type Pipeline, type Stage } from '@peyvand/pipeline/contract'
import { createDeal, listPipelines, moveDeal } from '@peyvand/pipeline/server'
import { type Actor, type App, type Ctx } from '@peyvand/platform/server'
import { actAs } from './act-as.ts'
import type { Random } from './random.ts'
import { replan } from './replan.ts'

interface DealMaker {
  actor: Actor
  random: Random
  mine: readonly {
    id: string
    name: string
    isOrganization: boolean
    isCustomer: boolean
    isCompetitor: boolean
  }[]
}

interface FillDeals {
  makers: readonly DealMaker[]
  /** Ids of products by their names. */
  products: ReadonlyMap<string, string>
}

const dealsEach = 24
const yearDays = 350
const longestOpen = 75
const firstFew = 10
const reasonKeys = [
  'price',
  'competitor',
  'budget',
  'delivery',
  'payment',
  'feature',
  'noAnswer',
  'cancelled',
]
/** What is sold together, and how much of it. */
const wants = [
  { title: 'خرید چاپگر', lines: [['چاپگر لیزری تک‌کاره', '4']] },
  {
    title: 'نوسازی دبیرخانه',
    lines: [
      ['اسکنر اسناد دورو', '2'],
      ['چاپگر چندکارهٔ رنگی', '1'],
    ],
  },
  {
    title: 'تجهیز دفتر تازه',
    lines: [
      ['چاپگر لیزری تک‌کاره', '2'],
      ['چاپگر چندکارهٔ رنگی', '1'],
    ],
  },
  { title: 'قرارداد پشتیبانی سالانه', lines: [] },
  { title: 'توسعهٔ شبکه', lines: [] },
] as const

export interface MadeDeal {
  id: string
  partyId: string
  outcome: Outcome
  openedOn: string
  /** When it came to its stage. */
  movedOn: string
  maker: DealMaker
}

interface Plan {
  maker: DealMaker
  openedOn: string
  body: CreateDeal
  /** Where it goes after its first stage, and when. */
  moves: { stage: Stage; on: string; lostToId: string | null }[]
}

/** A year of sales that may come about: won, lost to competitors and for other reasons, put on hold, under way. */
export async function fillDeals(app: App, { makers, products }: FillDeals): Promise<MadeDeal[]> {
  const [first] = makers
  if (!first) return []
  const { pipeline, reasons } = await actAs(app, {
    actor: first.actor,
    run: async (ctx) => {
      const found = []
      for (const key of reasonKeys) found.push((await readyValueId(ctx, 'lostReasons', key)) ?? [])
      return { pipeline: (await listPipelines(ctx))[0], reasons: found.flat() }
    },
  })
  if (!pipeline) return []
  const today = localDate(app.now(), first.actor.firm.timeZone)
  const plans = makers
    .filter(({ mine }) => mine.some(({ isCustomer }) => isCustomer))
    .flatMap((maker) => Array.from({ length: dealsEach }, () => planOf(maker, { pipeline, products, today })))
    .toSorted((a, b) => a.openedOn.localeCompare(b.openedOn))
  const made: MadeDeal[] = []
  for (const [index, { maker, openedOn, body, moves }] of plans.entries()) {
    if (index === firstFew) await replan(app)
    let deal = await at(app, maker, { day: openedOn, time: '09:30' }, (ctx) => createDeal(ctx, body))
    for (const { stage, on, lostToId } of moves)
      deal = await at(app, maker, { day: on, time: '11:00' }, (ctx) =>
        moveDeal(ctx, deal.id, {
          version: deal.version,
          stageId: stage.id,
          ...(stage.outcome === 'lost' && { lostReasonId: maker.random.pick(reasons), lostToId }),
        }),
      )
    const { id, outcome } = deal
    made.push({ id, partyId: body.partyId, outcome, openedOn, movedOn: moves.at(-1)?.on ?? openedOn, maker })
  }
  return made
}

/** A deal's life: through the open stages in turn until it is won, lost, on hold, or until today. */
function planOf(
  maker: DealMaker,
  { pipeline, products, today }: { pipeline: Pipeline; products: FillDeals['products']; today: string },
): Plan {
  const { random, mine, actor } = maker
  const age = random.between(3, yearDays)
  const openedOn = addDays(today, -age)
  const isOver = age > longestOpen || random.chance(0.25)
  const rivals = mine.filter(({ isCompetitor, isOrganization }) => isCompetitor && isOrganization).slice(0, 3)
  const rival = rivals.length > 0 && random.chance(0.6) ? random.pick(rivals) : null
  const moves: Plan['moves'] = []
  let day = age
  const goTo = (stage: Stage | undefined, lostToId: string | null = null) => {
    day -= random.between(2, 18)
    if (stage && day > 0) moves.push({ stage, on: addDays(today, -day), lostToId })
  }
  const open = pipeline.stages.filter(({ outcome }) => outcome === 'open').slice(1)
  for (const stage of open.slice(0, isOver ? open.length : random.between(0, open.length))) goTo(stage)
  const outcome = isOver ? random.weighted({ won: 5, lost: 4, hold: 1 }) : null
  if (outcome)
    goTo(
      pipeline.stages.find((stage) => stage.outcome === outcome),
      outcome === 'lost' && random.chance(0.7) ? (rival?.id ?? null) : null,
    )
  const last = moves.at(-1)?.stage
  const want = random.pick(wants)
  const party = random.pick(mine.filter(({ isCustomer }) => isCustomer))
  const runs = last === undefined || isRunning(last.outcome)
  return {
    maker,
    openedOn,
    moves,
    body: CreateDeal.parse({
      title: `${want.title} – ${party.name}`,
      partyId: party.id,
      lines: want.lines.map(([name, quantity]) => ({ productId: products.get(name), quantity })),
      ...(want.lines.length === 0 && { amount: String(random.between(20, 900) * 10_000_000) }),
      expectedCloseOn: runs
        ? addDays(today, random.between(-25, 130))
        : addDays(openedOn, random.between(30, 90)),
      nextFollowUpAt: runs
        ? instantAt(
            addDays(today, random.between(-3, 14)),
            random.pick(['09:00', '10:30', '14:00']),
            actor.firm.timeZone,
          )
        : null,
      priority: random.weighted({ low: 1, normal: 6, high: 3, urgent: 1 }),
      competitors: rival ? [{ partyId: rival.id }] : [],
    }),
  }
}

/** Does something as if it were that day. */
const at = <T>(
  app: App,
  { actor }: DealMaker,
  { day, time }: { day: string; time: string },
  run: (ctx: Ctx) => Promise<T>,
): Promise<T> => {
  const moment = new Date(instantAt(day, time, actor.firm.timeZone))
  return actAs(app, { actor, at: moment, run })
}
