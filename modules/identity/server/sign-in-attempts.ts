import { type App, AppError, inTransaction, newId } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { Client } from './sessions.ts'

const windowMs = 15 * 60_000
const failuresPerEmail = 10
/** An office may share one address, so this only slows down guessing one password at many accounts. */
const failuresPerAddress = 100

export interface Attempt {
  /** The password or code was right, but nobody is signed in by it: nothing is kept. */
  dismiss(): Promise<void>
  id: string
}

/**
 * Every attempt is written down as failed before it is judged, so that many at once cannot pass the limit.
 * @throws AppError signIn.locked (429) with `retryAfter` in seconds, after ten failures in fifteen minutes.
 */
export async function beginAttempt(app: App, email: string, client: Client): Promise<Attempt> {
  const now = app.now()
  const id = newId()
  const freeAt = await inTransaction(app.db, {
    tenantId: null,
    run: async (db) => {
      await sql`select pg_advisory_xact_lock(hashtext('sign-in'), hashtext(${email}))`.execute(db)
      const since = new Date(now.getTime() - windowMs)
      const { rows } = await sql<{ freeAt: Date | null }>`
        select greatest(
          (select at from auth.sign_in_attempts a
           where a.email = ${email} and a.outcome = 'failed' and a.at > ${since}
             and a.at > coalesce((select max(at) from auth.sign_in_attempts s
                                  where s.email = ${email} and s.outcome = 'signedIn' and s.at > ${since}), '-infinity')
           order by at desc offset ${failuresPerEmail - 1} limit 1),
          (select at from auth.sign_in_attempts a
           where a.ip = ${client.ip} and a.outcome = 'failed' and a.at > ${since}
           order by at desc offset ${failuresPerAddress - 1} limit 1)
        ) as free_at`.execute(db)
      const last = rows[0]?.freeAt ?? null
      await db
        .insertInto('auth.signInAttempts')
        .values({
          id,
          at: now.toISOString(),
          email,
          identityId: sql`(select id from auth.identities where email = ${email})`,
          tenantId: null,
          outcome: last ? 'locked' : 'failed',
          ip: client.ip,
          userAgent: client.userAgent,
        })
        .execute()
      return last ? new Date(last).getTime() + windowMs : null
    },
  })
  if (freeAt !== null) throw locked(Math.max(1, Math.ceil((freeAt - now.getTime()) / 1000)))
  return {
    id,
    dismiss: async () => {
      await inTransaction(app.db, {
        tenantId: null,
        run: (db) => db.deleteFrom('auth.signInAttempts').where('id', '=', id).execute(),
      })
    },
  }
}

const locked = (retryAfter: number) =>
  new AppError('signIn.locked', { params: { retryAfter, minutes: Math.ceil(retryAfter / 60) } })
