import type { Migration } from '@peyvand/platform/server'

/**
 * Whoever may not see an own field does not find by its words either: `withheld` names it as `custom.<key>`. The words
 * are spelled as `searchKey` of packages/persian spells them in the search text.
 */
export const withheldOwnWords: Migration = {
  id: '20261123T0810-withheld-own-words',
  sql: `
create function search_key(value text)
returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  with folded as (
    select normalize(regexp_replace(translate(lower(translate(value,
      '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', '01234567890123456789')),
      'أإآٱؤئة', 'ااااویه'), '[\\u064B-\\u065F\\u0670ء]', '', 'g'), NFC) as text
  ), forms as (
    select text, replace(text, chr(8204), '') as joined, replace(text, chr(8204), ' ') as spaced,
      translate(text, ' ' || chr(8204), '') as spaceless
    from folded
  )
  select concat_ws(' ', joined, case when spaced <> joined then spaced end,
    case when char_length(text) <= 120 and spaceless not in (joined, spaced) then spaceless end)
  from forms
$$;

-- Whether each term stands in the search text oftener than in the words of it that are withheld.
create or replace function is_openly_found(party parties, terms text[], withheld text[])
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
    union all
    select search_key(regexp_replace(regexp_replace(c.value, '^\\+98', '0'), '^\\+', ''))
    from custom_fields f
    join custom_texts c on c.tenant_id = f.tenant_id and c.field_id = f.id and c.record_id = party.id
    where f.tenant_id = party.tenant_id and f.record = 'parties' and 'custom.' || f.key = any(withheld)
  )
  select coalesce(bool_and(
    char_length(party.search) - char_length(replace(party.search, term, ''))
      > coalesce((select sum(char_length(word) - char_length(replace(word, term, ''))) from words), 0)), true)
  from unnest(terms) term
$$;
`,
}
