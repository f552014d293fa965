import { type App, type HttpExchange, handleBare, type RouteHandler } from '@peyvand/platform/server'
import {
  acceptInvitationRoute,
  checkInvitationRoute,
  checkResetRoute,
  forgotPasswordRoute,
  passkeyOptionsRoute,
  passkeySignInRoute,
  resetPasswordRoute,
  secondFactorRoute,
  setupRoute,
  setupStatusRoute,
  signInRoute,
  signOutRoute,
} from '../contract/index.ts'
import { forgetActors } from './directory.ts'
import { acceptInvitation, checkInvitation } from './invitations.ts'
import { passkeyOptions, signInByPasskey } from './passkey-sign-in.ts'
import type { Site } from './passkeys.ts'
import { checkReset, redeemReset, requestReset } from './password-resets.ts'
import { mailResetLink } from './reset-mail.ts'
import { clearSessionCookie, sessionCookie, setSessionCookie, tokenOfCookie } from './session-cookie.ts'
import { type Client, endSession } from './sessions.ts'
import { setUp, setupStatus } from './setup.ts'
import { passSecondFactor, type SignInResult, signIn } from './sign-in.ts'

/** What works without a session: set-up, sign-in, links. */
export const publicRoutes: readonly RouteHandler[] = [
  handleBare(setupStatusRoute, (app) => setupStatus(app)),
  handleBare(setupRoute, async (app, { body }, http) => {
    const { session, operationId } = await setUp(app, body, clientOf(http))
    return { ...signedIn(app, http, session), operationId }
  }),
  handleBare(signInRoute, async (app, { body }, http) => {
    const result = await signIn(app, body, clientOf(http))
    return result.status === 'signedIn' ? signedIn(app, http, result) : result
  }),
  handleBare(secondFactorRoute, async (app, { body }, http) =>
    signedIn(app, http, await passSecondFactor(app, body, clientOf(http))),
  ),
  handleBare(passkeyOptionsRoute, (app, _input, http) => passkeyOptions(app, siteOf(app, http))),
  handleBare(passkeySignInRoute, async (app, { body }, http) =>
    signedIn(
      app,
      http,
      await signInByPasskey(app, siteOf(app, http), { input: body, client: clientOf(http) }),
    ),
  ),
  handleBare(signOutRoute, async (app, _input, http) => {
    const token = tokenOfCookie(app, sessionCookie(http.request) ?? '')
    if (token) await endSession(app, token)
    forgetActors(app)
    clearSessionCookie(app, http.reply)
    return undefined
  }),
  handleBare(forgotPasswordRoute, async (app, { body }) => {
    await requestReset(app, body.email)
    // Not waited for: known and unknown e-mails are answered alike and as fast.
    mailResetLink(app, body.email).catch((error: unknown) =>
      app.log.error({ err: error }, 'the link for a new password was not sent'),
    )
  }),
  handleBare(checkResetRoute, (app, { body }) => checkReset(app, body.token)),
  handleBare(resetPasswordRoute, (app, { body }) => redeemReset(app, body)),
  handleBare(checkInvitationRoute, (app, { body }) => checkInvitation(app, body.token)),
  handleBare(acceptInvitationRoute, async (app, { body }, http) =>
    signedIn(app, http, await acceptInvitation(app, body, clientOf(http))),
  ),
]

/** The page that asks; that it is one of ours is checked before. */
export function siteOf(app: App, { request }: HttpExchange): Site {
  const { origin } = new URL(request.headers.origin ?? app.publicUrl)
  return { origin, name: new URL(origin).hostname }
}

export const clientOf = ({ request }: HttpExchange): Client => ({
  ip: request.ip,
  userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
})

function signedIn(app: App, { reply }: HttpExchange, result: SignInResult) {
  if (result.status !== 'signedIn') throw new Error('a sign-in that should be complete is not')
  setSessionCookie(app, reply, result)
  return { status: 'signedIn' as const, operationId: null }
}
