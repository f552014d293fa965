import { activeUsers, directory, forgetActors } from '@peyvand/identity/server'
import { insertLinks, insertParties, setNextContact } from '@peyvand/parties/server'
import { addDays, instantAt, localDate, weekday } from '@peyvand/persian'
import type { ReadyRole } from '@peyvand/platform/contract'
import { type Actor, type App, type Ctx, systemActor, withCtx } from '@peyvand/platform/server'
import { colleagues } from './colleagues.ts'
import { fillOffice } from './fill-office.ts'
import { fillTalks } from './fill-talks.ts'
import { loadChoices, makeStaff } from './firm-basis.ts'
import { addContracts, makeShapes } from './own-shapes.ts'
import { createRandom, type Random } from './random.ts'
import { replan } from './replan.ts'
import { type KindShares, officeKinds, recordSample, salesKinds } from './sample-activities.ts'
import { makeCatalog } from './sample-catalog.ts'
import { fillDeals } from './sample-deals.ts'
import { fillDocuments } from './sample-documents.ts'
import { fillLeads } from './sample-leads.ts'
import { type Choices, sampleParty, type Used } from './sample-parties.ts'
import { answerMost, referSome } from './sample-referrals.ts'

export interface FillFirm {
  firm: Actor['firm']
  locale: Actor['locale']
  parties: number
  seed: number
  /** Told after each made-up week. */
  onProgress?: (partiesDone: number) => Promise<void>
}

export interface Filled {
  parties: number
  activities: number
  referrals: number
  deals: number
  documents: number
}

const weeks = 52
const activitiesPerParty = 1
const contractsPerSeller = 12
const friday = 6
/** After these the tables have grown many times over. */
const weeksToReplan = new Set([0, 3, 15])

/** A colleague at work, with chances of their own. */
interface Seller {
  actor: Actor
  random: Random
  kinds: KindShares
  mine: Known[]
  newParties: number
}

interface Known {
  id: string
  name: string
  isOrganization: boolean
  isCustomer: boolean
  isCompetitor: boolean
}

/**
 * Fills a firm with a plausible year: colleagues, parties that came in week by week, what was done with them,
 * referrals and their answers, things due in the next days and some overdue. The same seed gives the same firm.
 */
export async function fillFirm(
  app: App,
  { firm, locale, parties, seed, onProgress }: FillFirm,
): Promise<Filled> {
  const random = createRandom(seed)
  const today = localDate(app.now(), firm.timeZone)
  const system = systemActor(firm, locale)
  const { staff, products } = await withCtx(app, {
    actor: system,
    run: async (ctx) => {
      await makeShapes(ctx)
      const products = await makeCatalog(ctx)
      return {
        products,
        staff: [...(await activeUsers(ctx)).map(({ id }) => id), ...(await makeStaff(ctx))],
      }
    },
  })
  forgetActors(app)
  const people: Actor[] = []
  for (const id of staff) {
    const actor = await directory.actorOf(app, firm.tenantId, id)
    if (actor) people.push(actor)
  }
  const sellers = people
    .filter((actor) => 'activities.create' in actor.grants && actor.teamIds.length > 0)
    .map(
      (actor, turn): Seller => ({
        actor,
        random: createRandom(seed + turn + 1),
        kinds:
          colleagues.find(({ name }) => name === actor.name)?.role === 'secretary' ? officeKinds : salesKinds,
        mine: [],
        newParties: 0,
      }),
    )
  const { choices, results } = await withCtx(app, { actor: system, run: (ctx) => loadChoices(ctx) })

  const used: Used = { names: new Set(), phones: new Set() }
  const filled: Filled = { parties: 0, activities: 0, referrals: 0, deals: 0, documents: 0 }
  for (let week = 0; week < weeks; week += 1) {
    const monday = addDays(today, (week - weeks) * 7 + 1)
    const share = Math.round((parties * (week + 1)) / weeks) - filled.parties
    const at = new Date(instantAt(monday, '09:00', firm.timeZone))
    const clock = { ...app, now: () => at }
    for (const [turn, seller] of sellers.entries()) {
      const count = Math.floor(share / sellers.length) + (turn < share % sellers.length ? 1 : 0)
      const added = await withCtx(clock, {
        actor: seller.actor,
        run: (ctx) => addParties(ctx, seller.random, { count, choices, used }),
      })
      seller.newParties = added.length
      seller.mine.push(...added)
      filled.parties += added.length
    }
    // Recorded and referred when the week was over, or now in the one that is not.
    const evening = new Date(instantAt(addDays(monday, 5), '17:00', firm.timeZone))
    const recorded = evening < app.now() ? evening : app.now()
    const later = { ...app, now: () => recorded }
    // Each seller has chances of their own, so working side by side changes nothing in what comes out.
    const works = await Promise.all(
      sellers.map((seller) =>
        withCtx(later, {
          actor: seller.actor,
          run: async (ctx) => {
            const count = Math.round(seller.newParties * activitiesPerParty)
            const activityIds = await addActivities(ctx, seller.random, {
              count,
              week: monday,
              today,
              mine: seller.mine,
              kinds: seller.kinds,
              results,
            })
            return { activityIds, referred: await referSome(ctx, seller.random, { people, activityIds }) }
          },
        }),
      ),
    )
    const referred = works.flatMap((work) => work.referred)
    filled.activities += works.reduce((sum, { activityIds }) => sum + activityIds.length, 0)
    filled.referrals += referred.length
    if (week < weeks - 3) await answerMost(app, random, { referred, at: addDays(monday, 8) })
    if (weeksToReplan.has(week)) await replan(app)
    await onProgress?.(filled.parties)
  }
  for (const { actor, random: own, mine } of sellers) {
    filled.activities += await withCtx(app, {
      actor,
      run: (ctx) => planAhead(ctx, own, { mine, today, results }),
    })
  }
  // Who set the firm up finds something to do as well.
  const everything = sellers.flatMap(({ mine }) => mine)
  for (const actor of people.filter((person) => person.everything)) {
    filled.activities += await withCtx(app, {
      actor,
      run: (ctx) => planAhead(ctx, random, { mine: everything, today, results }),
    })
  }
  const makers = sellers.filter(({ actor }) => actor.userId !== null && 'deals.create' in actor.grants)
  filled.deals = await fillDeals(app, { makers, products })
  await withCtx(app, {
    actor: system,
    run: (ctx) => addContracts(ctx, random, { customers: contractors(sellers), today }),
  })
  const withRole = (role: ReadyRole) =>
    sellers.find(({ actor }) => colleagues.find(({ name }) => name === actor.name)?.role === role)
  const [secretary, manager] = [withRole('secretary'), withRole('manager')]
  const talkers = sellers.filter((seller) => seller !== secretary)
  await fillLeads(app, {
    keeper: system,
    owner: (manager ?? sellers[0])?.actor ?? system,
    sellers: talkers,
  })
  const [documents, letters, talks] = await Promise.all([
    manager ? fillDocuments(app, { sellers: makers, buyer: manager, products }) : 0,
    secretary && manager ? fillOffice(app, { keeper: system, secretary, manager }) : 0,
    // Side by side with the documents, so with chances of their own.
    fillTalks(
      app,
      talkers.map((seller, turn) => ({ ...seller, random: createRandom(seed - turn - 1) })),
    ),
  ])
  filled.documents = documents
  filled.activities += letters + talks
  return filled
}

/** Organisations that became customers, some of each seller. */
const contractors = (sellers: readonly Seller[]) =>
  sellers.flatMap(({ actor, mine }) =>
    mine
      .filter(({ isCustomer, isOrganization }) => isCustomer && isOrganization)
      .slice(0, contractsPerSeller)
      .map(({ id, name }) => ({
        id,
        name,
        ownerId: actor.userId as string,
        teamId: actor.teamIds[0] ?? null,
      })),
  )

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
  count: number
  week: string
  today: string
  mine: readonly Known[]
  kinds: KindShares
  results: ReadonlyMap<string, readonly string[]>
}

async function addActivities(
  ctx: Ctx,
  random: Random,
  { count, week, today, mine, kinds, results }: Week,
): Promise<string[]> {
  const ids: string[] = []
  for (let turn = 0; turn < count && mine.length > 0; turn += 1) {
    const day = workday(addDays(week, random.between(0, 5)))
    if (day < today) ids.push((await addOne(ctx, random, { day, isPast: true, mine, kinds, results })).id)
  }
  return ids
}

interface AddOne extends Pick<Week, 'mine' | 'kinds' | 'results'> {
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

async function planAhead(
  ctx: Ctx,
  random: Random,
  { mine, today, results }: { mine: readonly Known[]; today: string; results: Week['results'] },
): Promise<number> {
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
