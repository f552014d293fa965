import type { Migration } from '@peyvand/platform/server'

/**
 * Activities are found by the words of their own fields; those that have some are written once more. Whoever may not
 * see a field does not find by its words.
 */
export const ownWords: Migration = {
  id: '20261124T1040-activity-own-words',
  sql: `
create function activity_own_words(tenant int, activity uuid, keys text[]) returns text
language sql stable set search_path = public, pg_temp as $$
  select string_agg(search_key(regexp_replace(regexp_replace(c.value, '^\\+98', '0'), '^\\+', '')), ' ')
  from custom_fields f
  join custom_texts c on c.tenant_id = f.tenant_id and c.field_id = f.id and c.record_id = activity
  where f.tenant_id = tenant and f.record = 'activities' and f.type in ('text', 'phone', 'email', 'file')
    and (keys is null or f.key = any(keys))
$$;

update activities a set search = a.search || ' ' || activity_own_words(a.tenant_id, a.id, null)
where a.id in (
  select c.record_id from custom_texts c
  join custom_fields f on f.tenant_id = c.tenant_id and f.id = c.field_id
  where f.record = 'activities' and f.archived_at is null and f.type in ('text', 'phone', 'email', 'file'));

-- Whether each term stands in the search text oftener than in the words of it that are withheld.
create function is_openly_found(tenant int, activity uuid, search text, terms text[], withheld text[])
returns boolean language sql stable set search_path = public, pg_temp as $$
  with hidden as (
    select coalesce(activity_own_words(tenant, activity, withheld), '') as words
  )
  select coalesce(bool_and(
    char_length(search) - char_length(replace(search, term, ''))
      > char_length(words) - char_length(replace(words, term, ''))), true)
  from unnest(terms) term, hidden
$$;
`,
}
