import type { Migration } from '@peyvand/platform/server'
import { identityTables } from './20261122T0800-identity.ts'
import { firmModules } from './20261122T1600-firm-modules.ts'
import { firmFiscalYear } from './20261122T2210-firm-fiscal-year.ts'
import { passkeyTable } from './20261122T2240-passkeys.ts'
import { roleLimits } from './20261123T0900-role-limits.ts'

export const identityMigrations: readonly Migration[] = [
  identityTables,
  firmModules,
  firmFiscalYear,
  passkeyTable,
  roleLimits,
]
