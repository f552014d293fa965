import type { Migration } from '@peyvand/platform/server'

/** Records are found by the words of their own fields; those that have some are written once more. */
export const ownWords: Migration = {
  id: '20261122T2220-own-words',
  sql: `
update parties p set search = p.search || ' ' || own.words
from (
  select c.tenant_id, c.record_id,
    string_agg(lower(regexp_replace(translate(c.value, '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩يك', '01234567890123456789یک'), '^\\+98', '0')), ' ') as words
  from custom_texts c
  join custom_fields f on f.tenant_id = c.tenant_id and f.id = c.field_id
  where f.record = 'parties' and f.archived_at is null and f.type in ('text', 'phone', 'email')
  group by c.tenant_id, c.record_id
) own
where p.tenant_id = own.tenant_id and p.id = own.record_id;
`,
}
