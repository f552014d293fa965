import type { Locale } from '@peyvand/platform/contract'
import {
  type Actor,
  type App,
  type Ctx,
  type Directory,
  type Firm,
  inTransaction,
} from '@peyvand/platform/server'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import { markKeyUsed } from './api-keys.ts'
import { combineRoles, narrowTo, type RoleRights } from './rights.ts'
import { sessionCookie, tokenOfCookie } from './session-cookie.ts'
import { prolongSession } from './sessions.ts'
import { firmOfToken, hashToken } from './tokens.ts'

/** A revoked right or session may still be honoured by another process of the program for this long. */
const rememberedMs = 10_000
const markAfterMs = 5 * 60_000
const keyPrefix = 'pvd_'

/** As the database functions answer it. */
interface ActorFacts {
  firm: Firm
  userId: string
  name: string
  locale: Locale
  roles: RoleRights[]
  teamIds: string[]
  subtreeTeamIds: string[]
}

interface Remembered {
  /** By what names them; the name begins with what it is: `user:`, `key:`, `cookie:`, `firm:`. */
  known: LRUCache<string, Actor | Firm>
  /** Rises with each `forgetActors`, so that an answer under way then is not remembered. */
  generation: number
}

const remembered = new WeakMap<App, Remembered>()

/** How the platform learns who calls: by session cookie or API key, in one query or none. */
export const directory: Directory = {
  authenticate,
  actorOf: (app, tenantId, userId) =>
    remember(app, `user:${tenantId}:${userId}`, async () => {
      const facts = await ask<ActorFacts>(app, 'select actor_facts($1, $2) as facts', [tenantId, userId])
      return facts && actorFrom(facts)
    }),
  firmOf: (app, tenantId) =>
    remember(app, `firm:${tenantId}`, () => ask<Firm>(app, 'select firm_facts($1) as facts', [tenantId])),
  firmIds: async (app) => {
    const { rows } = await app.pool.query<{ id: number }>('select firm_ids() as id')
    return rows.map(({ id }) => id)
  },
}

/** A user of the firm with present rights, read in the transaction; null unless active. */
export async function actorOfUser(ctx: Ctx, userId: string): Promise<Actor | null> {
  const { rows } = await sql<{
    facts: ActorFacts | null
  }>`select actor_facts(${ctx.tenantId}, ${userId}) as facts`.execute(ctx.db)
  const facts = rows[0]?.facts
  return facts ? actorFrom(facts) : null
}

/** Makes this process read rights and sessions anew; call it after each change of either. */
export function forgetActors(app: App): void {
  const memory = remembered.get(app)
  if (!memory) return
  memory.known.clear()
  memory.generation += 1
}

async function authenticate(app: App, request: FastifyRequest): Promise<Actor | null> {
  const { authorization } = request.headers
  // A program that sends a key never means the cookie that may travel with it.
  if (authorization) {
    const key = /^Bearer (\S+)$/i.exec(authorization)?.[1]
    return key ? remember(app, `key:${key}`, () => actorOfKey(app, key)) : null
  }
  const cookie = sessionCookie(request)
  return cookie ? remember(app, `cookie:${cookie}`, () => actorOfCookie(app, cookie)) : null
}

async function remember<T extends Actor | Firm>(
  app: App,
  key: string,
  find: () => Promise<T | null>,
): Promise<T | null> {
  const memory = remembered.get(app) ?? {
    known: new LRUCache<string, Actor | Firm>({ max: 5000, ttl: rememberedMs }),
    generation: 0,
  }
  remembered.set(app, memory)
  const known = memory.known.get(key)
  if (known) return known as T
  const { generation } = memory
  const found = await find()
  if (found && generation === memory.generation) memory.known.set(key, found)
  return found
}

async function actorOfCookie(app: App, cookie: string): Promise<Actor | null> {
  const token = tokenOfCookie(app, cookie)
  if (!token) return null
  const facts = await ask<{
    sessionId: string
    remember: boolean
    lastSeenAt: string
    actor: ActorFacts | null
  }>(app, 'select session_facts($1, $2) as facts', [hashToken(token), app.now()])
  if (!facts?.actor) return null
  if (isStale(app, facts.lastSeenAt)) await prolongSession(app, facts)
  return { ...actorFrom(facts.actor), sessionId: facts.sessionId }
}

async function actorOfKey(app: App, key: string): Promise<Actor | null> {
  const tenantId = key.startsWith(keyPrefix) ? firmOfToken(key.slice(keyPrefix.length)) : null
  if (tenantId === null) return null
  const facts = await ask<{
    apiKeyId: string
    scopes: string[]
    lastUsedAt: string | null
    actor: ActorFacts | null
  }>(app, 'select api_key_facts($1, $2, $3) as facts', [tenantId, hashToken(key), app.now()])
  if (!facts?.actor) return null
  if (isStale(app, facts.lastUsedAt)) {
    await inTransaction(app.db, {
      tenantId,
      run: (db) => markKeyUsed(db, { tenantId, id: facts.apiKeyId, now: app.now() }),
    })
  }
  const actor = actorFrom(facts.actor)
  return { ...actor, ...narrowTo(actor, facts.scopes), kind: 'apiKey' }
}

const isStale = (app: App, at: string | null) => !at || app.now().getTime() - Date.parse(at) > markAfterMs

function actorFrom({ roles, ...facts }: ActorFacts): Actor {
  return { kind: 'user', ...facts, ...combineRoles(roles), sessionId: null }
}

async function ask<T>(app: App, text: string, values: unknown[]): Promise<T | null> {
  const { rows } = await app.pool.query<{ facts: T | null }>(text, values)
  return rows[0]?.facts ?? null
}
