import type { Migration } from '@peyvand/platform/server'

/**
 * Whoever may not see phones, e-mails or identifiers does not find by them either: `withheld` names what of the search
 * text is not theirs. As that needs the contact points of each candidate, so many are looked at and no more.
 */
export const withheldSearch: Migration = {
  id: '20261122T1950-withheld-search',
  sql: `
drop function search_parties(text[], text[], int, uuid, uuid[]);
drop function party_search_statement(int, text[], int, uuid, uuid[]);

-- Whether each term stands in the search text oftener than in the words of it that are withheld.
create function is_openly_found(party parties, terms text[], withheld text[])
returns boolean language sql stable set search_path = public, pg_temp as $$
  with words as (
    select lower(code) as word
    from unnest(array[party.national_id, party.legal_national_id, party.economic_code, party.registration_number, party.foreign_id]) code
    where code is not null and 'identifiers' = any(withheld)
    union all
    select distinct regexp_replace(regexp_replace(c.normalized, '^\\+98', '0'), '^\\+', '')
    from contact_points c
    where c.tenant_id = party.tenant_id and c.party_id = party.id
      and case when c.type in ('mobile', 'phone', 'fax') or c.value like '+%' then 'phones' else 'emails' end = any(withheld)
  )
  select coalesce(bool_and(
    char_length(party.search) - char_length(replace(party.search, term, ''))
      > coalesce((select sum(char_length(word) - char_length(replace(word, term, ''))) from words), 0)), true)
  from unnest(terms) term
$$;

-- Statement that finds parties whose search text holds every term. Terms of one or two characters have no
-- trigram: alone they are looked for at the beginning of the name.
create function party_search_statement(tenant int, terms text[], lim int, of_owner uuid, of_teams uuid[], withheld text[])
returns text language plpgsql stable set search_path = public, pg_temp as $$
declare
  term text;
  pattern text;
  longest int := 0;
  conditions text := '';
begin
  foreach term in array terms loop
    longest := greatest(longest, char_length(term));
  end loop;
  foreach term in array terms loop
    pattern := replace(replace(replace(term, '\\', '\\\\'), '%', '\\%'), '_', '\\_');
    if longest < 3 and conditions = '' then
      conditions := format(' and left(search, 40) like %L', pattern || '%');
    else
      conditions := conditions || format(' and search like %L', '%' || pattern || '%');
    end if;
  end loop;
  if of_owner is not null or of_teams is not null then
    conditions := conditions || format(' and (owner_id = %L::uuid or team_id = any(%L::uuid[]))', of_owner, coalesce(of_teams, '{}'));
  end if;
  if cardinality(withheld) = 0 then
    return format('select id from parties where tenant_id = %s and deleted_at is null%s limit %s', tenant, conditions, lim);
  end if;
  return format(
    'select id from (select * from parties where tenant_id = %s and deleted_at is null%s limit 20000) found
     where is_openly_found(found, %L::text[], %L::text[]) limit %s', tenant, conditions, terms, withheld, lim);
end $$;

-- Ids of the firm's parties that a search finds; what the same keys give on the other keyboard layout is tried
-- when it finds nothing. LIKE loses its index under row-level security, so the function runs as its owner.
create function search_parties(terms text[], rescued text[], lim int, of_owner uuid, of_teams uuid[], withheld text[])
returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  tenant int := nullif(current_setting('app.tenant_id', true), '')::int;
begin
  if tenant is null or coalesce(cardinality(terms), 0) = 0 then return; end if;
  return query execute party_search_statement(tenant, terms, lim, of_owner, of_teams, withheld);
  if not found and coalesce(cardinality(rescued), 0) > 0 then
    return query execute party_search_statement(tenant, rescued, lim, of_owner, of_teams, withheld);
  end if;
end $$;
`,
}
