import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { Id } from '../contract/index.ts'
import type { Actor } from './actor.ts'
import type { App } from './app.ts'
import type { Ctx, LiveMessage } from './ctx.ts'
import { unauthenticated } from './errors.ts'
import { liveChannel } from './pending.ts'
import { withCtx } from './transaction.ts'

/** A record type whose changes open screens may follow. */
export interface LiveTopic {
  topic: string
  /** Whether the watcher may see the record now; asked again before each message. */
  canSee(ctx: Ctx, id: string): Promise<boolean>
}

interface Client {
  actor: Actor
  /** `parties:<id>` of the records on the client's screen. */
  watched: ReadonlySet<string>
  write(text: string): void
  end(): void
}

/** Hands messages of the database to the open screens of this process. */
export interface LiveHub {
  add(client: Client): () => void
  close(): Promise<void>
}

const reconnectMs = 1000
const heartbeatMs = 20_000

type Delivered = LiveMessage & { tenantId: number }

/**
 * Listens on its own connection (never through a transaction pooler) and connects again when it is lost;
 * clients are then told to refetch, because messages in between are gone.
 */
export function createLiveHub(config: pg.ClientConfig, app: () => App): LiveHub {
  const clients = new Set<Client>()
  let closed = false
  let connection: pg.Client | undefined

  const connect = async (again: boolean): Promise<void> => {
    if (closed) return
    const client = new pg.Client({ ...config, application_name: 'peyvand live' })
    client.on('error', () => undefined)
    client.on('end', () => {
      if (!closed) setTimeout(() => void connect(true), reconnectMs).unref()
    })
    client.on('notification', ({ payload }) => {
      if (payload) void deliver(app(), clients, JSON.parse(payload) as Delivered)
    })
    try {
      await client.connect()
      await client.query(`listen ${liveChannel}`)
      connection = client
      if (again) for (const { write } of clients) write(frame('refetch', {}))
    } catch {
      await client.end().catch(() => undefined)
    }
  }
  void connect(false)
  const heartbeat = setInterval(() => {
    for (const { write } of clients) write(': alive\n\n')
  }, heartbeatMs)
  heartbeat.unref()

  return {
    add: (client) => {
      clients.add(client)
      return () => void clients.delete(client)
    },
    close: async () => {
      closed = true
      clearInterval(heartbeat)
      for (const client of clients) client.end()
      await connection?.end().catch(() => undefined)
    },
  }
}

const frame = (event: string, data: object) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

async function deliver(
  app: App,
  clients: ReadonlySet<Client>,
  { tenantId, userIds, ...message }: Delivered,
): Promise<void> {
  const text = frame('change', message)
  for (const client of clients) {
    const { actor } = client
    if (actor.firm.tenantId !== tenantId) continue
    if (userIds) {
      if (actor.userId && userIds.includes(actor.userId)) client.write(text)
    } else if (message.id && client.watched.has(`${message.topic}:${message.id}`)) {
      if (await maySee(app, actor, message.topic, message.id)) client.write(text)
    }
  }
}

/** With the rights that the watcher has now, not those of when the screen was opened. */
async function maySee(app: App, { firm, userId }: Actor, topic: string, id: string): Promise<boolean> {
  const check = app.registry.modules.flatMap((m) => m.live ?? []).find((live) => live.topic === topic)
  const actor = userId ? await app.directory.actorOf(app, firm.tenantId, userId) : null
  if (!check || !actor) return false
  return withCtx(app, { actor, readOnly: true, run: (ctx) => check.canSee(ctx, id) }).catch(() => false)
}

/** `GET /api/v1/live?watch=parties:<id>,activities:<id>`: server-sent events `change` and `refetch`. */
export function registerLive(server: FastifyInstance, app: App, url: string): void {
  server.get<{ Querystring: { watch?: string } }>(url, { schema: { hide: true } }, async (request, reply) => {
    const actor = await app.directory.authenticate(app, request)
    if (!actor) throw unauthenticated()
    const watched = new Set(
      (request.query.watch ?? '')
        .split(',')
        .filter((key) => Id.safeParse(key.slice(key.indexOf(':') + 1)).success)
        .slice(0, 20),
    )
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    })
    raw.write(frame('ready', {}))
    const remove = app.live.add({
      actor,
      watched,
      write: (text) => raw.write(text),
      end: () => raw.end('retry: 2000\n\n'),
    })
    request.raw.on('close', remove)
  })
}
