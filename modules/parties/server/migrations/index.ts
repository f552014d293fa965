import type { Migration } from '@peyvand/platform/server'
import { partiesTables } from './20261122T1000-parties.ts'
import { ownListIndexes } from './20261122T1510-own-lists.ts'
import { withheldSearch } from './20261122T1950-withheld-search.ts'
import { mergeTables } from './20261122T2120-merges.ts'
import { groupLayouts } from './20261122T2210-group-layouts.ts'
import { ownWords } from './20261122T2220-own-words.ts'
import { partyShares } from './20261122T2340-party-shares.ts'
import { lastContacts } from './20261123T0000-last-contacts.ts'
import { withheldOwnWords } from './20261123T0810-withheld-own-words.ts'
import { partiesById } from './20261124T1100-parties-by-id.ts'
import { addressCounty } from './20261125T0910-address-county.ts'

export const partiesMigrations: readonly Migration[] = [
  partiesTables,
  ownListIndexes,
  withheldSearch,
  mergeTables,
  groupLayouts,
  ownWords,
  lastContacts,
  partyShares,
  withheldOwnWords,
  partiesById,
  addressCounty,
]
