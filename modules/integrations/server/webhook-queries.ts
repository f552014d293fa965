import { usersByIds } from '@peyvand/identity/server'
import { anyOf, type Ctx, notFound, type Tables } from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import type { PublishedEvent, Webhook, WebhookState } from '../contract/index.ts'
import './tables.ts'

export type WebhookRow = Selectable<Tables['webhooks']>

/** The webhooks of the firm with what became of their last day's deliveries. */
export async function listWebhooks(ctx: Ctx): Promise<Webhook[]> {
  const rows = await ctx.db
    .selectFrom('webhooks')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return views(ctx, rows)
}

/** @throws AppError notFound (404) */
export async function getWebhook(ctx: Ctx, id: string): Promise<Webhook> {
  const [webhook] = await views(ctx, [await loadWebhook(ctx, id)])
  return webhook as Webhook
}

/** @throws AppError notFound (404) */
export async function loadWebhook(ctx: Ctx, id: string): Promise<WebhookRow> {
  const row = await ctx.db
    .selectFrom('webhooks')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Names of webhooks by id, for those who may set them up; for modules that tell of them. */
export async function webhookNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('webhooks')
    .select(['id', 'name'])
    .where('tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`id`, ids))
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Every event that a module publishes. */
export const listWebhookEvents = ({ registry }: Ctx): PublishedEvent[] =>
  registry.publishedEvents.flatMap(({ name, payload, published }) =>
    published
      ? [
          {
            name,
            label: published.label,
            fields: 'shape' in payload ? Object.keys(payload.shape as object) : [],
          },
        ]
      : [],
  )

interface Recent {
  webhookId: string
  delivered: number
  failed: number
  last: Webhook['lastDelivery']
}

async function views(ctx: Ctx, rows: readonly WebhookRow[]): Promise<Webhook[]> {
  const recent = await recentOf(
    ctx,
    rows.map(({ id }) => id),
  )
  const users = await usersByIds(
    ctx,
    rows.flatMap(({ ignoredUserId }) => (ignoredUserId ? [ignoredUserId] : [])),
  )
  const now = ctx.now().toISOString()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    url: row.url,
    events: row.events,
    ignoredUser: (row.ignoredUserId && users.get(row.ignoredUserId)) || null,
    state: stateOf(row),
    stopReason: row.stopReason,
    failures: row.failures,
    failingSince: row.failingSince,
    oldSecretUntil: row.oldSecretUntil && row.oldSecretUntil > now ? row.oldSecretUntil : null,
    lastDelivery: recent.get(row.id)?.last ?? null,
    delivered: recent.get(row.id)?.delivered ?? 0,
    failed: recent.get(row.id)?.failed ?? 0,
    createdAt: row.createdAt,
    version: row.version,
  }))
}

function stateOf({ isOn, stopReason, failures }: WebhookRow): WebhookState {
  if (!isOn) return stopReason ? 'stopped' : 'off'
  return failures > 0 ? 'failing' : 'on'
}

async function recentOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Recent>> {
  if (ids.length === 0) return new Map()
  const since = new Date(ctx.now().getTime() - 24 * 3_600_000)
  const { rows } = await sql<Recent>`
    select w.id as webhook_id, counted.delivered, counted.failed, last.row as last
    from unnest(${sql.val([...ids])}::uuid[]) as w (id)
    cross join lateral (
      select count(*) filter (where d.state = 'delivered')::int as delivered,
        count(*) filter (where d.state = 'failed')::int as failed
      from webhook_deliveries d
      where d.tenant_id = ${ctx.tenantId} and d.webhook_id = w.id and d.created_at > ${since}
    ) counted
    left join lateral (
      select json_build_object('id', d.id, 'at', d.created_at, 'state', d.state) as row
      from webhook_deliveries d
      where d.tenant_id = ${ctx.tenantId} and d.webhook_id = w.id
      order by d.created_at desc, d.id desc limit 1
    ) last on true`.execute(ctx.db)
  return new Map(rows.map((row) => [row.webhookId, row]))
}
