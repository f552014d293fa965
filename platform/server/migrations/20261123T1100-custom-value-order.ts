import type { Migration } from '../migrate.ts'

/**
 * Lists ask for the first value of a field; with `ord` in the index they read it there, without the row of each. The
 * statistics tell how many have a chosen option or a flag, which the two columns by themselves do not.
 */
export const customValueOrder: Migration = {
  id: '20261123T1100-custom-value-order',
  sql: `
drop index custom_texts_value;
create index custom_texts_value on custom_texts (tenant_id, field_id, value collate "fa-x-icu", record_id) include (ord);
drop index custom_numbers_value;
create index custom_numbers_value on custom_numbers (tenant_id, field_id, value, record_id) include (ord);
drop index custom_dates_value;
create index custom_dates_value on custom_dates (tenant_id, field_id, value, record_id) include (ord);
drop index custom_instants_value;
create index custom_instants_value on custom_instants (tenant_id, field_id, value, record_id) include (ord);

create statistics custom_texts_values (mcv) on field_id, value from custom_texts;
create statistics custom_numbers_values (mcv) on field_id, value from custom_numbers;
analyze custom_texts, custom_numbers;
`,
}
