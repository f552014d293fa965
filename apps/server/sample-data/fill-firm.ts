import { activeUsers, directory, forgetActors } from '@peyvand/identity/server'
import { localDate } from '@peyvand/persian'
import type { ReadyRole } from '@peyvand/platform/contract'
import { type Actor, type App, systemActor } from '@peyvand/platform/server'
import { actAs } from './act-as.ts'
import { colleagues } from './colleagues.ts'
import { fillOffice } from './fill-office.ts'
import { fillTalks } from './fill-talks.ts'
import { loadChoices, makeStaff } from './firm-basis.ts'
import { addContracts, makeShapes } from './own-shapes.ts'
import { createRandom } from './random.ts'
import { officeKinds, salesKinds } from './sample-activities.ts'
import { makeCatalog } from './sample-catalog.ts'
import { fillDeals } from './sample-deals.ts'
import { fillDocuments } from './sample-documents.ts'
import { fillLeads } from './sample-leads.ts'
import { fillWeeks, planAhead, type Seller } from './sample-weeks.ts'

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

const contractsPerSeller = 12

/**
 * Fills a firm with a plausible year: colleagues, parties that came in week by week, what was done with them,
 * referrals and their answers, things due in the next days and some overdue. The same seed gives the same firm.
 */
export async function fillFirm(
  app: App,
  { firm, locale, parties, seed, onProgress }: FillFirm,
): Promise<Filled> {
  const random = createRandom(seed)
  const { timeZone } = firm
  const today = localDate(app.now(), timeZone)
  const system = systemActor(firm, locale)
  const { staff, products } = await actAs(app, {
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
      }),
    )
  const { choices, results } = await actAs(app, { actor: system, run: (ctx) => loadChoices(ctx) })
  const done = await fillWeeks(app, {
    sellers,
    people,
    choices,
    results,
    parties,
    random,
    today,
    timeZone,
    onProgress,
  })
  // Who set the firm up finds something to do as well.
  const everything = sellers.flatMap(({ mine }) => mine)
  const busy = [
    ...sellers,
    ...people.filter((person) => person.everything).map((actor) => ({ actor, random, mine: everything })),
  ]
  for (const { actor, ...own } of busy)
    done.activities += await actAs(app, { actor, run: (ctx) => planAhead(ctx, { ...own, today, results }) })
  const withRole = (role: ReadyRole) =>
    sellers.find(({ actor }) => colleagues.find(({ name }) => name === actor.name)?.role === role)
  const [secretary, manager] = [withRole('secretary'), withRole('manager')]
  // What goes on side by side has chances of its own.
  const talkers = (from: number) =>
    sellers
      .filter((seller) => seller !== secretary)
      .map((seller, turn) => ({ ...seller, random: createRandom(seed + from + turn) }))
  const sell = async () => {
    const makers = sellers.filter(({ actor }) => actor.userId !== null && 'deals.create' in actor.grants)
    const deals = await fillDeals(app, { makers, products })
    const [documents] = await Promise.all([
      manager ? fillDocuments(app, { deals, buyer: manager, products }) : 0,
      fillLeads(app, {
        keeper: system,
        owner: (manager ?? sellers[0])?.actor ?? system,
        sellers: talkers(200),
      }),
    ])
    return { deals: deals.length, documents }
  }
  const [sold, letters, talks] = await Promise.all([
    sell(),
    secretary && manager ? fillOffice(app, { keeper: system, secretary, manager }) : 0,
    fillTalks(app, talkers(100)),
    actAs(app, {
      actor: system,
      run: (ctx) => addContracts(ctx, random, { customers: contractors(sellers), today }),
    }),
  ])
  return { ...done, ...sold, activities: done.activities + letters + talks }
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
