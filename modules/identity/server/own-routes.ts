import {
  type Actor,
  type App,
  type HttpExchange,
  handle,
  handleBare,
  type RouteHandler,
  unauthenticated,
  withCtx,
} from '@peyvand/platform/server'
import {
  addPasskeyRoute,
  changePasswordRoute,
  confirmTwoFactorRoute,
  getFirmRoute,
  getProfileRoute,
  getSessionRoute,
  listPasskeysRoute,
  listSessionsRoute,
  removePasskeyRoute,
  renamePasskeyRoute,
  renewBackupCodesRoute,
  revokeOtherSessionsRoute,
  revokeSessionRoute,
  startPasskeyRoute,
  startTwoFactorRoute,
  stopTwoFactorRoute,
  switchFirmRoute,
  updateProfileRoute,
} from '../contract/index.ts'
import { directory, forgetActors } from './directory.ts'
import { firmSettings } from './firm-settings.ts'
import {
  changePassword,
  confirmTwoFactor,
  type Own,
  renewBackupCodes,
  startTwoFactor,
  stopOwnTwoFactor,
} from './own-security.ts'
import { addPasskey, listPasskeys, removePasskey, renamePasskey, startPasskey } from './passkeys.ts'
import { getProfile, updateProfile } from './profile.ts'
import { clientOf, siteOf } from './public-routes.ts'
import { getSession, switchFirm } from './session-view.ts'
import { listSessions, revokeOtherSessions, revokeSession } from './sessions.ts'

const forgets = { afterCommit: forgetActors }

/** What everybody does about themselves. */
export const ownRoutes: readonly RouteHandler[] = [
  handle(getSessionRoute, (ctx) => getSession(ctx)),
  handleBare(switchFirmRoute, async (app, { body }, http, actor) => {
    await withCtx(app, { actor: signedIn(actor), run: (ctx) => switchFirm(ctx, body.tenantId) })
    forgetActors(app)
    const moved = signedIn(await directory.authenticate(app, http.request))
    return withCtx(app, { actor: moved, readOnly: true, run: getSession })
  }),
  handle(listSessionsRoute, async (ctx) => ({ items: await listSessions(ctx) })),
  handle(revokeSessionRoute, (ctx, { params }) => revokeSession(ctx, params.id), forgets),
  handle(revokeOtherSessionsRoute, (ctx) => revokeOtherSessions(ctx), forgets),
  handleBare(changePasswordRoute, (app, { body }, http, actor) =>
    changePassword(own(app, http, actor), body),
  ),
  handleBare(startTwoFactorRoute, (app, { body }, http, actor) =>
    startTwoFactor(own(app, http, actor), body.password),
  ),
  handleBare(confirmTwoFactorRoute, (app, { body }, http, actor) =>
    confirmTwoFactor(own(app, http, actor), body.code),
  ),
  handleBare(renewBackupCodesRoute, (app, { body }, http, actor) =>
    renewBackupCodes(own(app, http, actor), body.password),
  ),
  handleBare(stopTwoFactorRoute, (app, { body }, http, actor) =>
    stopOwnTwoFactor(own(app, http, actor), body.password),
  ),
  handle(listPasskeysRoute, async (ctx) => ({ items: await listPasskeys(ctx) })),
  handleBare(startPasskeyRoute, (app, { body }, http, actor) =>
    startPasskey(own(app, http, actor), siteOf(app, http), body.password),
  ),
  handleBare(addPasskeyRoute, (app, { body }, http, actor) =>
    addPasskey(own(app, http, actor), siteOf(app, http), body),
  ),
  handle(renamePasskeyRoute, (ctx, { params, body }) => renamePasskey(ctx, params.id, body.name)),
  handle(removePasskeyRoute, (ctx, { params }) => removePasskey(ctx, params.id)),
  handle(getProfileRoute, (ctx) => getProfile(ctx)),
  handle(updateProfileRoute, (ctx, { body }) => updateProfile(ctx, body), forgets),
  handle(getFirmRoute, (ctx) => firmSettings(ctx)),
]

const own = (app: App, http: HttpExchange, actor: Actor | null): Own => ({
  app,
  actor: signedIn(actor),
  client: clientOf(http),
})

function signedIn(actor: Actor | null): Actor {
  if (!actor) throw unauthenticated()
  return actor
}
