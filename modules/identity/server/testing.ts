import type { ReadyRole } from '@peyvand/platform/contract'
import { type Actor, type App, newId } from '@peyvand/platform/server'
import type { TestApp } from '@peyvand/platform/testing'
import { asFirm } from './administration.ts'
import { addApiKey } from './api-keys.ts'
import { directory, forgetActors } from './directory.ts'
import { createFirm } from './firms.ts'
import { userSearch } from './user-search.ts'

export const testPassword = 'correct horse battery'

let count = 0

/** A new firm with its ready roles; answers its administrator. */
export async function aFirm(app: App, { name = 'شرکت نمونه', email = newEmail() } = {}): Promise<Actor> {
  const { tenantId, userId } = await createFirm(app, {
    name,
    locale: 'fa',
    administrator: { name: 'مدیر نمونه', email, password: testPassword },
  })
  return actorOf(app, tenantId, userId)
}

interface NewUser {
  role?: ReadyRole
  /** Roles by id, beside or instead of the ready one. */
  roleIds?: readonly string[]
  teamIds?: readonly string[]
  name?: string
}

/** An active user of a ready role (a salesperson unless stated), who signs in by nothing but `aKey`. */
export async function aUser(app: App, firm: Actor['firm'], user: NewUser = {}): Promise<Actor> {
  const { role = 'salesperson', roleIds = [], teamIds = [], name = 'کاربر نمونه' } = user
  const { tenantId } = firm
  const id = newId()
  await asFirm(app, tenantId, async ({ db }) => {
    const email = newEmail()
    await db
      .insertInto('users')
      .values({
        tenantId,
        id,
        name,
        email,
        search: userSearch({ name, email, mobile: null, jobTitle: null }),
        locale: 'fa',
        state: 'active',
        createdAt: app.now().toISOString(),
      })
      .execute()
    const ready = await db
      .selectFrom('roles')
      .select('id')
      .where('tenantId', '=', tenantId)
      .where('key', '=', role)
      .executeTakeFirstOrThrow()
    const roles = roleIds.length > 0 && !user.role ? roleIds : [ready.id, ...roleIds]
    await db
      .insertInto('userRoles')
      .values(roles.map((roleId) => ({ tenantId, userId: id, roleId })))
      .execute()
    if (teamIds.length === 0) return
    await db
      .insertInto('teamMembers')
      .values(teamIds.map((teamId) => ({ tenantId, userId: id, teamId, isLeader: false })))
      .execute()
  })
  return actorOf(app, tenantId, id)
}

/** A team, below another where `parentId` is given; answers its id. */
export async function aTeam(
  app: App,
  firm: Actor['firm'],
  { parentId = null as string | null, name = '' } = {},
): Promise<string> {
  const id = newId()
  await asFirm(app, firm.tenantId, ({ db }) =>
    db
      .insertInto('teams')
      .values({
        tenantId: firm.tenantId,
        id,
        name: name || `گروه ${++count}`,
        parentId,
        createdAt: app.now().toISOString(),
      })
      .execute(),
  )
  forgetActors(app)
  return id
}

/** Headers by which requests act for a user. */
export async function aKey(
  app: App,
  actor: Actor,
  scopes: string[] = ['*'],
): Promise<{ authorization: string }> {
  const userId = actor.userId as string
  const { key } = await asFirm(app, actor.firm.tenantId, (ctx) =>
    addApiKey(ctx, { userId, name: 'test', scopes, expiresAt: null }),
  )
  return { authorization: `Bearer ${key}` }
}

/** The user with present rights. */
export async function actorOf(app: App, tenantId: number, userId: string): Promise<Actor> {
  forgetActors(app)
  const actor = await directory.actorOf(app, tenantId, userId)
  if (!actor) throw new Error('this user is not active')
  return actor
}

export interface Answered<T> {
  status: number
  body: T
}

/** Requests of one user; what they answer is taken as `T` and compared by the test. */
export interface Caller {
  get<T>(path: string): Promise<Answered<T>>
  post<T>(path: string, body?: object): Promise<Answered<T>>
  put<T>(path: string, body?: object): Promise<Answered<T>>
  patch<T>(path: string, body: object): Promise<Answered<T>>
  delete<T>(path: string): Promise<Answered<T>>
}

/** Calls the program under test with a key of the user's. */
export async function callerOf(tested: TestApp, actor: Actor): Promise<Caller> {
  const headers = await aKey(tested.app, actor)
  const call =
    (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE') =>
    async <T>(path: string, body?: object): Promise<Answered<T>> => {
      const answer = await tested.server.inject({
        method,
        url: `/api/v1${path}`,
        headers,
        ...(body ? { payload: body } : {}),
      })
      return { status: answer.statusCode, body: (answer.body ? answer.json() : null) as T }
    }
  return {
    get: call('GET'),
    post: call('POST'),
    put: call('PUT'),
    patch: call('PATCH'),
    delete: call('DELETE'),
  }
}

const newEmail = () => `user${++count}.${newId().slice(-6)}@example.com`
