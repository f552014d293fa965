import type { Migration } from '@peyvand/platform/server'
import { identityTables } from './20261122T0800-identity.ts'

export const identityMigrations: readonly Migration[] = [identityTables]
