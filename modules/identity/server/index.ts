export { scopeReason } from './access-reasons.ts'
export { addColleague } from './add-colleague.ts'
export {
  asFirm,
  createApiKeyFor,
  createResetLink,
  type FirmListing,
  listFirms,
  listFirmUsers,
  resetPassword,
  type UserListing,
} from './administration.ts'
export { changesOfRecord, listAudit } from './audit-queries.ts'
export { type ChangeWords, changeInWords } from './change-words.ts'
export { actorOfUser, directory, forgetActors } from './directory.ts'
export { firmSettings } from './firm-settings.ts'
export { type CreatedFirm, type CreateFirm, createFirm } from './firms.ts'
export { fieldsSomeRoleHides, hiddenFieldsChanged } from './hidden-fields.ts'
export {
  type AccessReason,
  accessAsked,
  changeWithheld,
  firmCreated,
  type HandedOver,
  type HandOver,
  handOverWork,
  mailWished,
  modulesIntroduced,
  type RecordAccess,
  recordsWithheld,
  sampleDataWished,
  type Work,
  workOfUser,
} from './hooks.ts'
export { introduceModulesEverywhere, introducePermissions } from './introduce-modules.ts'
export { requireFullReach } from './leaver.ts'
export { identityModule } from './module.ts'
export { ownPermissions, type RecordParts, recordParts } from './own-permissions.ts'
export {
  absencesBetween,
  absenteesOf,
  activeContacts,
  activeUser,
  activeUsers,
  activeUsersByIds,
  allTeams,
  type Contact,
  deputiesOf,
  liveSessions,
  membersOfTeam,
  receiversOfWork,
  teamName,
  teamsByIds,
  teamsOfUser,
  userEmails,
  userName,
  usersByIds,
} from './people.ts'
export { getProfile } from './profile.ts'
export { holdersOfRight, holdersReaching } from './right-holders.ts'
export { rulingRoles } from './ruling-roles.ts'
export { setupFromEnvironment } from './setup.ts'
export { branchOfActor, createTeam, teamAndBelow } from './teams.ts'
export { firmOfToken, hashToken, newFirmToken } from './tokens.ts'
