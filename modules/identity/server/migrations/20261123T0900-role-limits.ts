import type { Migration } from '@peyvand/platform/server'

/** Roles may be limited to a part of the records of a type: `{"parties": ["customers", "leads"]}`. */
export const roleLimits: Migration = {
  id: '20261123T0900-role-limits',
  sql: `
alter table roles add column limits jsonb not null default '{}';

create or replace function actor_facts(tenant int, actor uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'firm', firm_facts(tenant),
    'userId', u.id,
    'name', u.name,
    'locale', u.locale,
    'roles', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'everything', r.everything, 'grants', r.grants, 'rights', r.rights, 'fieldRules', r.field_rules,
        'limits', r.limits)), '[]')
      from user_roles ur join roles r on r.tenant_id = ur.tenant_id and r.id = ur.role_id
      where ur.tenant_id = tenant and ur.user_id = u.id),
    'teamIds', (
      select coalesce(jsonb_agg(m.team_id), '[]') from team_members m where m.tenant_id = tenant and m.user_id = u.id),
    'subtreeTeamIds', (
      with recursive below as (
        select m.team_id as id from team_members m where m.tenant_id = tenant and m.user_id = u.id
        union
        select t.id from teams t join below b on t.parent_id = b.id where t.tenant_id = tenant
      )
      select coalesce(jsonb_agg(id), '[]') from below)
  )
  from users u where u.tenant_id = tenant and u.id = actor and u.state = 'active'
$$;
`,
}
