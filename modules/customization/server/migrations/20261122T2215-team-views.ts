import { type Migration, tenantPolicy } from '@peyvand/platform/server'

/** Views may belong to teams, and a list opens for each user with the view of their choice. */
export const teamViews: Migration = {
  id: '20261122T2215-team-views',
  sql: `
alter table saved_views drop constraint saved_views_visibility_check;
alter table saved_views add constraint saved_views_visibility_check
  check (visibility in ('private', 'team', 'public'));
alter table saved_views add column team_ids uuid[] not null default '{}';

create table default_views (
  tenant_id int not null,
  user_id uuid not null,
  record text not null,
  view_id uuid not null,
  primary key (tenant_id, user_id, record)
);
alter table default_views add constraint default_views_view_id
  foreign key (tenant_id, view_id) references saved_views (tenant_id, id) on delete cascade;
create index default_views_view on default_views (tenant_id, view_id);
${tenantPolicy('default_views')}
`,
}
