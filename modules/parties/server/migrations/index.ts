import type { Migration } from '@peyvand/platform/server'
import { partiesTables } from './20261122T1000-parties.ts'

export const partiesMigrations: readonly Migration[] = [partiesTables]
