import { type Migration, tenantPolicy } from '@peyvand/platform/server'

/** What each firm has met of the program; firms that exist met the modules of the first version. */
export const firmModules: Migration = {
  id: '20261122T1600-firm-modules',
  sql: `
create table firm_modules (
  tenant_id int not null,
  module text not null,
  permissions text[] not null,
  primary key (tenant_id, module)
);

insert into firm_modules (tenant_id, module, permissions)
select f.tenant_id, m.module, m.permissions
from firms f, (values
  ('identity', array['firm.manage', 'users.manage', 'teams.manage', 'roles.manage', 'apiKeys.manage', 'audit.read']),
  ('customization', array['customization.manage', 'customization.publicViews']),
  ('parties', array['parties.read', 'parties.create', 'parties.update', 'parties.delete', 'parties.massUpdate',
    'parties.export', 'parties.purge', 'parties.manageGroups']),
  ('activities', array['activities.read', 'activities.create', 'activities.update', 'activities.delete',
    'activities.export', 'activities.massUpdate']),
  ('referrals', array['referrals.read', 'referrals.create']),
  ('imports', array['imports.run']),
  ('platform', array[]::text[]),
  ('files', array[]::text[])
) as m(module, permissions);

alter table firm_modules add constraint firm_modules_firm foreign key (tenant_id) references firms (tenant_id);
${tenantPolicy('firm_modules')}
`,
}
