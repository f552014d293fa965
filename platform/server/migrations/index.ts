import type { Migration } from '../migrate.ts'
import { platformTables } from './20261122T0700-platform-tables.ts'
import { customFieldRules } from './20261122T2200-custom-field-rules.ts'
import { customTextsOrder } from './20261122T2230-custom-texts-order.ts'
import { customValueOrder } from './20261123T1100-custom-value-order.ts'
import { outboxIndex } from './20261123T1120-outbox-index.ts'
import { reopenedFields } from './20261123T1120-reopened-fields.ts'
import { jobsWithoutKey } from './20261125T2200-jobs-without-key.ts'

export const platformMigrations: readonly Migration[] = [
  platformTables,
  customFieldRules,
  customTextsOrder,
  customValueOrder,
  outboxIndex,
  reopenedFields,
  jobsWithoutKey,
]
