import type { FieldRule, Locale, ReadyRole, Scope } from '@peyvand/platform/contract'
import type { Json } from '@peyvand/platform/server'
import type { Generated } from 'kysely'
import type { UserState } from '../contract/index.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    'auth.identities': IdentitiesTable
    'auth.sessions': SessionsTable
    'auth.signInAttempts': SignInAttemptsTable
    'auth.passkeys': PasskeysTable
    'auth.passwordResets': { tokenHash: string; identityId: string; expiresAt: string }
    firms: FirmsTable
    users: UsersTable
    invitations: InvitationsTable
    teams: TeamsTable
    teamMembers: { tenantId: number; teamId: string; userId: string; isLeader: boolean }
    roles: RolesTable
    firmModules: { tenantId: number; module: string; permissions: string[] }
    userRoles: { tenantId: number; userId: string; roleId: string }
    apiKeys: ApiKeysTable
  }
}

interface IdentitiesTable {
  id: string
  email: string
  passwordHash: string
  passwordChangedAt: string
  /** Encrypted; without `totpConfirmedAt` it waits for its first code. */
  totpSecret: string | null
  totpConfirmedAt: string | null
  /** The last time step that a code was accepted for: no code works twice. */
  totpLastStep: string | null
  /** Hashes of those not used yet. */
  backupCodes: Json<string[]>
  createdAt: string
}

interface SessionsTable {
  id: string
  tokenHash: string
  identityId: string
  tenantId: number
  remember: boolean
  ip: string | null
  userAgent: string | null
  createdAt: string
  lastSeenAt: string
  expiresAt: string
}

interface SignInAttemptsTable {
  id: string
  at: string
  email: string
  identityId: string | null
  tenantId: number | null
  outcome: 'failed' | 'signedIn' | 'locked'
  ip: string | null
  userAgent: string | null
}

interface PasskeysTable {
  id: string
  identityId: string
  credentialId: string
  /** COSE key, base64url. */
  publicKey: string
  counter: string
  transports: Json<string[]>
  /** The host that it was made for. */
  rpId: string
  backedUp: boolean
  name: string
  /** Milliseconds of the challenge that was answered last. */
  lastChallengeAt: string | null
  createdAt: string
  lastUsedAt: string | null
}

interface FirmsTable {
  tenantId: number
  name: string
  timeZone: string
  moneyUnit: 'rial' | 'toman'
  locale: Locale
  logoFileId: string | null
  fiscalStartMonth: Generated<number>
  createdAt: string
  version: Generated<number>
}

interface UsersTable {
  tenantId: number
  id: string
  identityId: string | null
  name: string
  email: string
  mobile: string | null
  jobTitle: string | null
  search: string
  locale: Locale
  theme: Generated<'system' | 'light' | 'dark'>
  signature: string | null
  avatarFileId: string | null
  state: UserState
  absentFrom: string | null
  absentUntil: string | null
  deputyId: string | null
  lastSignInAt: string | null
  resetRequestedAt: string | null
  createdAt: string
  version: Generated<number>
}

interface InvitationsTable {
  tenantId: number
  userId: string
  tokenHash: string
  expiresAt: string
  createdBy: string | null
}

interface TeamsTable {
  tenantId: number
  id: string
  name: string
  parentId: string | null
  createdAt: string
  version: Generated<number>
}

interface RolesTable {
  tenantId: number
  id: string
  key: ReadyRole | null
  nameFa: string
  nameEn: string
  everything: boolean
  grants: Json<Record<string, Scope>>
  rights: Json<string[]>
  fieldRules: Json<Record<string, FieldRule>>
  limits: Json<Record<string, string[]>>
  createdAt: string
  version: Generated<number>
}

interface ApiKeysTable {
  tenantId: number
  id: string
  userId: string
  name: string
  prefix: string
  keyHash: string
  scopes: Json<string[]>
  createdAt: string
  expiresAt: string | null
  lastUsedAt: string | null
  revokedAt: string | null
}
