import { type App, handle, handlePrepared, type RouteHandler, verifyAudit } from '@peyvand/platform/server'
import {
  createApiKeyRoute,
  createRoleRoute,
  createTeamRoute,
  deactivateUserRoute,
  deleteRoleRoute,
  deleteTeamRoute,
  explainAccessRoute,
  getUserRoute,
  inviteUserRoute,
  letGoRoute,
  listApiKeysRoute,
  listAuditRoute,
  listColleaguesRoute,
  listRolesRoute,
  listSignInsRoute,
  listTeamsRoute,
  listUsersRoute,
  makeResetLinkRoute,
  permissionCatalogueRoute,
  reactivateUserRoute,
  renewInvitationRoute,
  revokeApiKeyRoute,
  setTeamMembersRoute,
  stopUserTwoFactorRoute,
  updateFirmRoute,
  updateRoleRoute,
  updateTeamRoute,
  updateUserRoute,
  verifyAuditRoute,
  workOfUserRoute,
} from '../contract/index.ts'
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys.ts'
import { listAudit, listSignIns } from './audit-queries.ts'
import { forgetActors } from './directory.ts'
import { explainAccess } from './explain-access.ts'
import { updateFirm } from './firm-settings.ts'
import { getWorkOfUser, letGo } from './leaver.ts'
import { linkTo } from './password-resets.ts'
import { createRole, deleteRole, listRoles, permissionCatalogue, updateRole } from './roles.ts'
import { createTeam, deleteTeam, listTeams, setTeamMembers, updateTeam } from './teams.ts'
import { getUser, listColleagues, listUsers } from './user-queries.ts'
import {
  deactivateUser,
  inviteUser,
  makeResetLink,
  reactivateUser,
  renewInvitation,
  stopUserTwoFactor,
  updateUser,
} from './users.ts'

const forgets = { afterCommit: forgetActors }
/** Links name the address that users reach the program by. */
const theApp = async (app: App) => app

/** What administrators do about firm, users, teams, roles and keys. */
export const adminRoutes: readonly RouteHandler[] = [
  handle(updateFirmRoute, (ctx, { body }) => updateFirm(ctx, body), forgets),

  handle(listColleaguesRoute, async (ctx, { query }) => ({ items: await listColleagues(ctx, query) })),
  handle(listUsersRoute, (ctx, { query }) => listUsers(ctx, query)),
  handle(getUserRoute, (ctx, { params }) => getUser(ctx, params.id)),
  handle(explainAccessRoute, (ctx, { params, query }) => explainAccess(ctx, params.id, query)),
  handlePrepared(inviteUserRoute, theApp, async (ctx, { body }, app) => {
    const { user, invitation } = await inviteUser(ctx, body)
    return { user, invitation: linkTo(app, 'join', invitation) }
  }),
  handlePrepared(renewInvitationRoute, theApp, async (ctx, { params }, app) =>
    linkTo(app, 'join', await renewInvitation(ctx, params.id)),
  ),
  handle(updateUserRoute, (ctx, { params, body }) => updateUser(ctx, params.id, body), forgets),
  handle(deactivateUserRoute, (ctx, { params }) => deactivateUser(ctx, params.id), forgets),
  handle(workOfUserRoute, (ctx, { params }) => getWorkOfUser(ctx, params.id)),
  handle(letGoRoute, (ctx, { params, body }) => letGo(ctx, params.id, body), forgets),
  handle(reactivateUserRoute, (ctx, { params }) => reactivateUser(ctx, params.id), forgets),
  handlePrepared(makeResetLinkRoute, theApp, async (ctx, { params }, app) =>
    linkTo(app, 'reset-password', await makeResetLink(ctx, params.id)),
  ),
  handle(stopUserTwoFactorRoute, (ctx, { params }) => stopUserTwoFactor(ctx, params.id)),

  handle(listTeamsRoute, async (ctx) => ({ items: await listTeams(ctx) })),
  handle(createTeamRoute, (ctx, { body }) => createTeam(ctx, body)),
  handle(updateTeamRoute, (ctx, { params, body }) => updateTeam(ctx, params.id, body), forgets),
  handle(setTeamMembersRoute, (ctx, { params, body }) => setTeamMembers(ctx, params.id, body), forgets),
  handle(deleteTeamRoute, (ctx, { params }) => deleteTeam(ctx, params.id), forgets),

  handle(permissionCatalogueRoute, async (ctx) => permissionCatalogue(ctx)),
  handle(listRolesRoute, async (ctx) => ({ items: await listRoles(ctx) })),
  handle(createRoleRoute, (ctx, { body }) => createRole(ctx, body)),
  handle(updateRoleRoute, (ctx, { params, body }) => updateRole(ctx, params.id, body), forgets),
  handle(deleteRoleRoute, (ctx, { params }) => deleteRole(ctx, params.id)),

  handle(listApiKeysRoute, async (ctx) => ({ items: await listApiKeys(ctx) })),
  handle(createApiKeyRoute, (ctx, { body }) => createApiKey(ctx, body)),
  handle(revokeApiKeyRoute, (ctx, { params }) => revokeApiKey(ctx, params.id), forgets),

  handle(listAuditRoute, (ctx, { query }) => listAudit(ctx, query)),
  handle(verifyAuditRoute, (ctx, { query }) => verifyAudit(ctx, query)),
  handle(listSignInsRoute, (ctx, { query }) => listSignIns(ctx, query)),
]
