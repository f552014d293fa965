import type { Migration } from '@peyvand/platform/server'

/** Words of own fields that some role hides stand apart, for the searches of those who see them. */
export const withheldWords: Migration = {
  id: '20261123T0910-record-withheld-words',
  sql: `
alter table records add column search_withheld text not null default '';
create index records_search_withheld on records using gin (tenant_id, search_withheld gin_trgm_ops)
  where search_withheld <> '';

drop function search_records(text[]);
create function search_records(patterns text[], withheld boolean) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query execute
    'select id from records where tenant_id = $1'
    || (select string_agg(
        format(case when withheld
          then ' and (search like %1$L or (search_withheld <> '''' and search_withheld like %1$L))'
          else ' and search like %1$L' end, pattern), '') from unnest(patterns) as pattern)
    using nullif(current_setting('app.tenant_id', true), '')::int;
end $$;
`,
}
