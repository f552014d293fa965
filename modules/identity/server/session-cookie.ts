import { timingSafeEqual } from 'node:crypto'
import { type App, signText } from '@peyvand/platform/server'
import type { FastifyReply, FastifyRequest } from 'fastify'

const cookieName = 'peyvand_session'
const rememberSeconds = 90 * 24 * 3600

/** Hands the session to the browser: out of reach for scripts, not sent along by other sites' forms. */
export function setSessionCookie(
  app: App,
  reply: FastifyReply,
  { token, remember }: { token: string; remember: boolean },
): void {
  const value = `${token}.${signature(app, token)}`
  void reply.setCookie(cookieName, value, {
    ...attributes(app),
    ...(remember ? { maxAge: rememberSeconds } : {}),
  })
}

export function clearSessionCookie(app: App, reply: FastifyReply): void {
  void reply.clearCookie(cookieName, attributes(app))
}

export const sessionCookie = (request: FastifyRequest): string | undefined => request.cookies[cookieName]

/** The token of a cookie that this installation signed, else null; costs no query. */
export function tokenOfCookie(app: App, value: string): string | null {
  const [token = '', given = ''] = value.split('.')
  const expected = Buffer.from(signature(app, token))
  const bytes = Buffer.from(given)
  return bytes.length === expected.length && timingSafeEqual(bytes, expected) ? token : null
}

const signature = (app: App, token: string) => signText(app.secretKey, 'identity.session', token)

const attributes = (app: App) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: app.publicUrl.startsWith('https:') }) as const
