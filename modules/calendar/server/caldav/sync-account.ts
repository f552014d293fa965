import { addDays, localDate } from '@peyvand/persian'
import { type Actor, type App, AppError, type Ctx, withCtx } from '@peyvand/platform/server'
import type { CalendarItem } from '../../contract/index.ts'
import { calendarOf } from '../calendar.ts'
import { writeEventFile } from '../event-file.ts'
import { eventOfItem, uidOf } from '../events-of-items.ts'
import { type ReadEvent, readEventFile } from '../read-event-file.ts'
import '../tables.ts'
import { changeItem, dropItem, takeNew } from './apply-step.ts'
import { type DavObject, type DavServer, davServer, normalHref } from './dav-server.ts'
import { fingerprintOf, saidBy } from './fingerprint.ts'
import { noteRun, openAccount } from './open-account.ts'
import { type Known, planSync, type SyncStep } from './plan-sync.ts'

/** How far both are kept alike, in days from today. */
const windowDays = { before: 30, after: 180 }
const fewGone = 5
const kinds = ['meeting', 'call', 'task']

interface Here {
  known: Known[]
  items: CalendarItem[]
  timeZone: string
  /** The instant where the window begins. */
  from: string
}

/**
 * Keeps a user's calendar and one of a CalDAV server alike. The network is used between short transactions; a run that
 * ends in the middle is taken up by the next, which finds what was done by the marks and names of the events.
 */
export async function syncAccount(app: App, actor: Actor): Promise<void> {
  const inFirm = <T>(run: (ctx: Ctx) => Promise<T>, readOnly = false) =>
    withCtx(app, { actor, readOnly, run })
  const account = await inFirm((ctx) => openAccount(app, ctx), true)
  if (!account) return
  try {
    const server = davServer(app, account.login)
    const objects = await server.objects(account.calendarUrl)
    const here = await inFirm(readHere, true)
    const there = eventsOf(objects, here.timeZone)
    const steps = planSync({
      known: here.known,
      from: here.from,
      local: here.items.map((item) => ({
        key: item.key,
        uid: uidOf(item.key),
        fingerprint: fingerprintOf(saidBy(item, here.timeZone)),
        changedAt: item.changedAt,
        canChange: item.can.move,
      })),
      remote: [...there].map(([href, { etag, event }]) => ({
        href,
        etag,
        uid: event.uid,
        fingerprint: fingerprintOf(event),
        changedAt: event.changedAt,
        start: event.start,
        recurs: event.recurrence !== null || event.hasOtherRule,
      })),
    })
    requirePlausible(here.known, steps)
    const sync: Sync = { app, server, calendarUrl: account.calendarUrl, here, there, inFirm }
    for (const step of steps) await runStep(sync, step)
    await inFirm((ctx) => noteRun(ctx, null))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await inFirm((ctx) => noteRun(ctx, error.code))
  }
}

/** A calendar that is suddenly empty is more likely a fault of the server than the wish to delete everything. */
function requirePlausible(known: readonly Known[], steps: readonly SyncStep[]): void {
  const gone = steps.filter((step) => step.do === 'drop').length
  if (gone > fewGone && gone > known.length / 2) throw new AppError('caldav.tooManyGone', { status: 409 })
}

async function readHere(ctx: Ctx): Promise<Here> {
  const today = localDate(ctx.now(), ctx.timeZone)
  const from = addDays(today, -windowDays.before)
  const { items } = await calendarOf(ctx, { from, to: addDays(today, windowDays.after), users: ['me'] })
  const known = await ctx.db
    .selectFrom('caldavObjects')
    .select(['href', 'etag', 'itemKey', 'fingerprint'])
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', ctx.actor.userId)
    .execute()
  return {
    known,
    items: items.filter(({ type, kind }) => type === 'activity' && kinds.includes(kind ?? '')),
    timeZone: ctx.timeZone,
    from: new Date(`${from}T00:00:00Z`).toISOString(),
  }
}

type There = ReadonlyMap<string, { etag: string; event: ReadEvent }>

/** What holds no single event that can be read stays as it is there. */
function eventsOf(objects: readonly DavObject[], timeZone: string): There {
  return new Map(
    objects.flatMap(({ href, etag, ics }) => {
      const event = readEventFile(ics, timeZone)?.[0]
      return event ? [[href, { etag, event }] as const] : []
    }),
  )
}

interface Sync {
  app: App
  server: DavServer
  calendarUrl: string
  here: Here
  there: There
  inFirm<T>(run: (ctx: Ctx) => Promise<T>): Promise<T>
}

async function runStep(sync: Sync, step: SyncStep): Promise<void> {
  const { server, here, there, inFirm } = sync
  const eventAt = (href: string) => there.get(href) as { etag: string; event: ReadEvent }
  const itemOf = (key: string) => here.items.find((item) => item.key === key) as CalendarItem
  switch (step.do) {
    case 'note':
      return inFirm((ctx) => note(ctx, step))
    case 'forget':
      return inFirm((ctx) => forget(ctx, step.href))
    case 'take': {
      const { etag, event } = eventAt(step.href)
      return inFirm(async (ctx) => {
        const id = await takeNew(ctx, event)
        if (id) await note(ctx, { href: step.href, etag, itemKey: id, fingerprint: fingerprintOf(event) })
      })
    }
    case 'change': {
      const { etag, event } = eventAt(step.href)
      const { href, itemKey } = step
      const isTaken = await orRefused(() =>
        inFirm(async (ctx) => {
          await changeItem(ctx, itemOf(itemKey), event)
          await note(ctx, { href, etag, itemKey, fingerprint: fingerprintOf(event) })
        }),
      )
      return isTaken ? undefined : put(sync, { href, etag, itemKey })
    }
    case 'drop': {
      const { href, itemKey } = step
      const isDropped = await orRefused(() =>
        inFirm(async (ctx) => {
          if (!(await dropItem(ctx, itemOf(itemKey)))) throw new AppError('forbidden')
          await forget(ctx, href)
        }),
      )
      return isDropped ? undefined : put(sync, { href: null, etag: null, itemKey })
    }
    case 'put':
      return put(sync, step)
    case 'delete': {
      const written = await server.delete(step.href, step.etag)
      // Changed there in between: the next run looks at it again.
      if (written.state !== 'changed') await inFirm((ctx) => forget(ctx, step.href))
    }
  }
}

/** What the user may not do here is undone there instead. */
async function orRefused(run: () => Promise<void>): Promise<boolean> {
  try {
    await run()
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

async function put(
  { app, server, calendarUrl, here, inFirm }: Sync,
  { href, etag, itemKey }: { href: string | null; etag: string | null; itemKey: string },
): Promise<void> {
  const item = here.items.find(({ key }) => key === itemKey)
  const event = item && eventOfItem(item, { publicUrl: app.publicUrl, nextContact: (name) => name })
  if (!item || !event) return
  const address = href ?? normalHref(`${uidOf(itemKey)}.ics`, withSlash(calendarUrl))
  const ics = writeEventFile({ method: null, events: [event], now: app.now().toISOString() })
  const written = await server.put(address, ics, etag)
  if (written.state !== 'written') return
  const fingerprint = fingerprintOf(saidBy(item, here.timeZone))
  await inFirm((ctx) => note(ctx, { href: address, etag: written.etag, itemKey, fingerprint }))
}

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`)

async function note(ctx: Ctx, { href, etag, itemKey, fingerprint }: Known): Promise<void> {
  const own = { tenantId: ctx.tenantId, userId: ctx.actor.userId as string }
  await ctx.db
    .deleteFrom('caldavObjects')
    .where('tenantId', '=', own.tenantId)
    .where('userId', '=', own.userId)
    .where((eb) => eb.or([eb('href', '=', href), eb('itemKey', '=', itemKey)]))
    .execute()
  await ctx.db
    .insertInto('caldavObjects')
    .values({ ...own, href, etag, itemKey, fingerprint })
    .execute()
}

async function forget(ctx: Ctx, href: string): Promise<void> {
  await ctx.db
    .deleteFrom('caldavObjects')
    .where('tenantId', '=', ctx.tenantId)
    .where('userId', '=', ctx.actor.userId)
    .where('href', '=', href)
    .execute()
}
