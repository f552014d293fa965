import type { Migration } from '@peyvand/platform/server'

/** Whoever acts knows when the firm's fiscal year begins: filters ask for «this fiscal year». */
export const firmFiscalYear: Migration = {
  id: '20261122T2210-firm-fiscal-year',
  sql: `
create or replace function firm_facts(tenant int) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('tenantId', tenant_id, 'name', name, 'timeZone', time_zone, 'moneyUnit', money_unit,
    'fiscalStartMonth', fiscal_start_month)
  from firms where tenant_id = tenant
$$;
`,
}
