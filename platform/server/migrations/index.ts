import type { Migration } from '../migrate.ts'
import { platformTables } from './20261122T0700-platform-tables.ts'

export const platformMigrations: readonly Migration[] = [platformTables]
