import type { ListQuery } from '@peyvand/platform/contract'
import { AppError, type Ctx, json, type ListSource, newId, notFound, runList } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { type Delivery, type DeliveryDetail, DeliveryState, testEvent } from '../contract/index.ts'
import type { Begun } from './begin-delivery.ts'
import { enqueueDeliveries } from './deliver-job.ts'
import { bodyOf, type DeliveryRow } from './webhook-body.ts'
import { loadWebhook } from './webhook-queries.ts'
import './tables.ts'

const source: ListSource = {
  id: sql`d.id`,
  defaultSort: '-createdAt',
  columns: {
    webhook: { type: 'enum', label: 'webhooks.webhook', sql: sql`d.webhook_id::text` },
    event: { type: 'enum', label: 'webhooks.delivery.event', sql: sql`d.event` },
    state: {
      type: 'enum',
      label: 'webhooks.delivery.state',
      sql: sql`d.state`,
      options: Object.fromEntries(
        DeliveryState.options.map((state) => [state, `webhooks.delivery.state.${state}`]),
      ),
    },
    status: { type: 'number', label: 'webhooks.delivery.status', sql: sql`d.status`, nullable: true },
    createdAt: {
      type: 'instant',
      label: 'webhooks.delivery.createdAt',
      sql: sql`d.created_at`,
      sortable: true,
    },
  },
  // Whoever looks for what was told of a record has its id.
  search: (_ctx, text) => sql`(strpos(d.data::text, ${text}) > 0 or strpos(d.event_id::text, ${text}) > 0)`,
}

/** The log of deliveries, newest first. */
export async function listDeliveries(ctx: Ctx, query: ListQuery) {
  const page = await runList(ctx, { source, rows: deliveryRows(ctx), query })
  return { ...page, items: page.items.map(view) }
}

/** One delivery with what was sent and answered. @throws AppError notFound (404) */
export async function getDelivery(ctx: Ctx, id: string, publicUrl: string): Promise<DeliveryDetail> {
  const row = await deliveryRows(ctx).where('d.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const log = await ctx.db
    .selectFrom('webhookAttempts')
    .select([
      'id',
      'at',
      'durationMs',
      'requestHeaders',
      'status',
      'responseHeaders',
      'responseText',
      'fault',
    ])
    .where('tenantId', '=', ctx.tenantId)
    .where('deliveryId', '=', id)
    .orderBy('id', 'desc')
    .execute()
  return {
    ...view(row),
    url: row.url,
    body: bodyOf(row, { firm: ctx.actor.firm, publicUrl, registry: ctx.registry }),
    log,
    can: { replay: row.isOn && row.state !== 'waiting' && row.event !== testEvent },
  }
}

/**
 * Delivers the same event once more, under the same id.
 * @throws AppError notFound (404), webhooks.testOnly, webhooks.stillWaiting, webhooks.isOff (409)
 */
export async function replayDelivery(ctx: Ctx, id: string): Promise<Delivery> {
  const row = await deliveryRows(ctx).where('d.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  if (row.event === testEvent) throw new AppError('webhooks.testOnly')
  if (row.state === 'waiting') throw new AppError('webhooks.stillWaiting')
  if (!row.isOn) throw new AppError('webhooks.isOff')
  const [again] = await replay(ctx, [row])
  return view(
    await deliveryRows(ctx)
      .where('d.id', '=', again as string)
      .executeTakeFirstOrThrow(),
  )
}

const mostReplays = 10_000

/**
 * Delivers once more what failed and was not replayed since, ten thousand at most at a time.
 * @throws AppError notFound (404), webhooks.isOff (409)
 */
export async function replayFailed(ctx: Ctx, webhookId: string): Promise<{ count: number }> {
  const { isOn } = await loadWebhook(ctx, webhookId)
  if (!isOn) throw new AppError('webhooks.isOff')
  const rows = await ctx.db
    .selectFrom('webhookDeliveries as d')
    .selectAll('d')
    .where('d.tenantId', '=', ctx.tenantId)
    .where('d.webhookId', '=', webhookId)
    .where('d.state', '=', 'failed')
    .where('d.event', '<>', testEvent)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('webhookDeliveries as r')
            .select('r.id')
            .whereRef('r.tenantId', '=', 'd.tenantId')
            .whereRef('r.replayOf', '=', 'd.id'),
        ),
      ),
    )
    .orderBy('d.createdAt')
    .limit(mostReplays)
    .execute()
  return { count: (await replay(ctx, rows)).length }
}

/** A delivery of the test event, to be attempted by the caller. @throws AppError notFound (404) */
export async function createTestDelivery(ctx: Ctx, webhookId: string): Promise<Begun> {
  const webhook = await loadWebhook(ctx, webhookId)
  const [id] = await insertDeliveries(ctx, [
    {
      webhookId,
      event: testEvent,
      eventId: newId(),
      eventAt: ctx.now().toISOString(),
      actorId: ctx.actor.userId,
      data: {},
      replayOf: null,
    },
  ])
  const delivery = await deliveryRows(ctx)
    .where('d.id', '=', id as string)
    .executeTakeFirstOrThrow()
  return { delivery, webhook }
}

type NewDelivery = Pick<
  DeliveryRow,
  'webhookId' | 'event' | 'eventId' | 'eventAt' | 'actorId' | 'data' | 'replayOf'
>
const rowsAtOnce = 1000

/** Writes deliveries that wait for their first attempt; answers their ids. */
export async function insertDeliveries(ctx: Ctx, deliveries: readonly NewDelivery[]): Promise<string[]> {
  const now = ctx.now().toISOString()
  const rows = deliveries.map(({ data, ...delivery }) => ({
    tenantId: ctx.tenantId,
    id: newId(),
    ...delivery,
    data: json(data),
    state: 'waiting' as const,
    status: null,
    fault: null,
    createdAt: now,
    nextAttemptAt: now,
    settledAt: null,
  }))
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await ctx.db
      .insertInto('webhookDeliveries')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
  return rows.map(({ id }) => id)
}

async function replay(ctx: Ctx, rows: readonly DeliveryRow[]): Promise<string[]> {
  const ids = await insertDeliveries(
    ctx,
    rows.map(({ id, webhookId, event, eventId, eventAt, actorId, data }) => ({
      webhookId,
      event,
      eventId,
      eventAt,
      actorId,
      data,
      replayOf: id,
    })),
  )
  for (const webhookId of new Set(rows.map((row) => row.webhookId))) enqueueDeliveries(ctx, webhookId)
  return ids
}

function deliveryRows(ctx: Ctx) {
  return ctx.db
    .selectFrom('webhookDeliveries as d')
    .innerJoin('webhooks as w', (join) =>
      join.onRef('w.tenantId', '=', 'd.tenantId').onRef('w.id', '=', 'd.webhookId'),
    )
    .selectAll('d')
    .select(['w.name as webhookName', 'w.url', 'w.isOn'])
    .where('d.tenantId', '=', ctx.tenantId)
}

const view = (row: DeliveryRow & { webhookName: string }): Delivery => ({
  id: row.id,
  webhook: { id: row.webhookId, name: row.webhookName },
  event: row.event,
  eventId: row.eventId,
  state: row.state,
  attempts: row.attempts,
  status: row.status,
  fault: row.fault,
  isReplay: row.replayOf !== null,
  createdAt: row.createdAt,
  nextAttemptAt: row.nextAttemptAt,
  settledAt: row.settledAt,
})
