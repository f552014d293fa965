import type { Migration } from '../migrate.ts'

/** Own texts are sorted in Persian order; the same index finds equal ones. */
export const customTextsOrder: Migration = {
  id: '20261122T2230-custom-texts-order',
  sql: `
drop index custom_texts_value;
create index custom_texts_value on custom_texts (tenant_id, field_id, value collate "fa-x-icu", record_id);
`,
}
