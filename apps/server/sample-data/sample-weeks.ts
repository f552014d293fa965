import { insertLinks, insertParties, setNextContact } from '@peyvand/parties/server'
import { addDays, instantAt, weekday } from '@peyvand/persian'
import type { Actor, App, Ctx } from '@peyvand/platform/server'
import { actAs } from './act-as.ts'
import type { Random } from './random.ts'
import { replan } from './replan.ts'
import { type KindShares, recordSample, salesKinds } from './sample-activities.ts'
import { type Choices, sampleParty, type Used } from './sample-parties.ts'
import { answerMost, type Referred, referSome } from './sample-referrals.ts'

const weeks = 52
const activitiesPerParty = 1
const friday = 6
/** After these the tables have grown many times over. */
const weeksToReplan = new Set([0, 3, 15])

/** A colleague at work, with chances of their own. */
export interface Seller {
  actor: Actor
  random: Random
  kinds: KindShares
  mine: Known[]
}

export interface Known {
  id: string
  name: string
  isOrganization: boolean
  isCustomer: boolean
  isCompetitor: boolean
}

interface FillWeeks {
  sellers: readonly Seller[]
  /** Who may be referred to. */
  people: readonly Actor[]
  choices: Choices
  /** Result values by list. */
  results: ReadonlyMap<string, readonly string[]>
  /** How many come in. */
  parties: number
  random: Random
  today: string
  timeZone: string
  onProgress: ((partiesDone: number) => Promise<void>) | undefined
}

/**
 * A year week by week: parties come in, things are done with them, referred and answered. The parties of a seller are
 * known to them afterwards.
 */
export async function fillWeeks(
  app: App,
  { sellers, people, choices, results, parties, random, today, timeZone, onProgress }: FillWeeks,
): Promise<{ parties: number; activities: number; referrals: number }> {
  const used: Used = { names: new Set(), phones: new Set() }
  const done = { parties: 0, activities: 0, referrals: 0 }
  let answers = Promise.resolve()
  for (let week = 0; week < weeks; week += 1) {
    const monday = addDays(today, (week - weeks) * 7 + 1)
    const share = Math.round((parties * (week + 1)) / weeks) - done.parties
    const morning = new Date(instantAt(monday, '09:00', timeZone))
    // Recorded and referred when the week was over, or now in the one that is not.
    const evening = new Date(instantAt(addDays(monday, 5), '17:00', timeZone))
    const at = evening < app.now() ? evening : app.now()
    const works: Promise<Worked>[] = []
    for (const [turn, seller] of sellers.entries()) {
      const count = Math.floor(share / sellers.length) + (turn < share % sellers.length ? 1 : 0)
      const added = await actAs(app, {
        actor: seller.actor,
        at: morning,
        run: (ctx) => addParties(ctx, seller.random, { count, choices, used }),
      })
      seller.mine.push(...added)
      done.parties += added.length
      // Each seller has chances of their own, so working side by side changes nothing in what comes out.
      const work = { count: added.length, from: monday, today, results, people }
      works.push(begin(actAs(app, { actor: seller.actor, at, run: (ctx) => workAWeek(ctx, seller, work) })))
    }
    const worked = await Promise.all(works)
    const referred = worked.flatMap((work) => work.referred)
    done.activities += worked.reduce((sum, { activityIds }) => sum + activityIds.length, 0)
    done.referrals += referred.length
    await answers
    if (week < weeks - 3) answers = begin(answerMost(app, random, { referred, at: addDays(monday, 8) }))
    if (weeksToReplan.has(week)) await replan(app)
    await onProgress?.(done.parties)
  }
  await answers
  return done
}

/** Begins work that is waited for later; what it fails of is told then. */
function begin<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined)
  return work
}

async function addParties(
  ctx: Ctx,
  random: Random,
  { count, choices, used }: { count: number; choices: Choices; used: Used },
): Promise<Known[]> {
  const owner = { ownerId: ctx.actor.userId as string, teamId: ctx.actor.teamIds[0] ?? null }
  const drafts = Array.from({ length: count }, () => sampleParty(random, choices, owner, used))
  const ids = await insertParties(ctx, drafts, { sourceKind: 'manual', sourceId: null })
  const known = drafts.map((draft, index) => ({
    id: ids[index] as string,
    name: draft.name ?? `${draft.firstName} ${draft.lastName}`,
    isOrganization: draft.kind === 'organization',
    isCustomer: draft.groups?.includes('customers') ?? false,
    isCompetitor: draft.groups?.includes('competitors') ?? false,
  }))
  const firms = known.filter(({ isOrganization }) => isOrganization)
  const employed = known.filter(
    ({ isOrganization }) => !isOrganization && firms.length > 0 && random.chance(0.5),
  )
  await insertLinks(
    ctx,
    employed.map(({ id }) => ({ from: id, to: random.pick(firms).id, label: 'worksFor' })),
  )
  return known
}

interface Week {
  /** How many parties came in. */
  count: number
  /** Its first day. */
  from: string
  today: string
  results: ReadonlyMap<string, readonly string[]>
  people: readonly Actor[]
}

interface Worked {
  activityIds: string[]
  referred: Referred[]
}

async function workAWeek(ctx: Ctx, seller: Seller, week: Week): Promise<Worked> {
  const activityIds = await addActivities(ctx, seller, week)
  return { activityIds, referred: await referSome(ctx, seller.random, { people: week.people, activityIds }) }
}

async function addActivities(
  ctx: Ctx,
  { random, mine, kinds }: Seller,
  { count, from, today, results }: Week,
): Promise<string[]> {
  const ids: string[] = []
  for (let turn = 0; turn < Math.round(count * activitiesPerParty) && mine.length > 0; turn += 1) {
    const day = workday(addDays(from, random.between(0, 5)))
    if (day < today) ids.push((await addOne(ctx, random, { day, isPast: true, mine, kinds, results })).id)
  }
  return ids
}

interface AddOne extends Pick<Seller, 'kinds'>, Pick<Week, 'results'> {
  mine: readonly Known[]
  day: string
  isPast: boolean
}

async function addOne(
  ctx: Ctx,
  random: Random,
  { day, isPast, mine, kinds, results }: AddOne,
): Promise<{ id: string; partyId: string }> {
  const time = `${String(random.between(8, 16)).padStart(2, '0')}:${random.pick(['00', '10', '15', '30', '40', '45'])}`
  const party = random.pick(mine)
  const at = new Date(instantAt(day, time, ctx.timeZone))
  const id = await recordSample(ctx, { random, at, isPast, kinds, party, results })
  return { id, partyId: party.id }
}

interface Ahead {
  random: Random
  mine: readonly Known[]
  today: string
  results: Week['results']
}

/** What somebody has before them these days, some of it overdue. Answers how many activities. */
export async function planAhead(ctx: Ctx, { random, mine, today, results }: Ahead): Promise<number> {
  if (mine.length === 0) return 0
  const days = [-9, -4, -2, -1, 0, 0, 0, 0, 1, 1, 2, 3, 4, 6, 8, 11]
  for (const offset of days) {
    const day = offset === 0 ? today : workday(addDays(today, offset))
    const { partyId } = await addOne(ctx, random, { day, isPast: false, mine, kinds: salesKinds, results })
    await setNextContact(ctx, [partyId], day)
  }
  return days.length
}

/** Fridays are off. */
const workday = (day: string): string => (weekday(day) === friday ? addDays(day, 1) : day)
