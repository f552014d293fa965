import type { Migration } from '@peyvand/platform/server'

export const documentBilling: Migration = {
  id: '20261124T1430-documents-billing',
  sql: `
alter table document_settings add column billing text not null default 'byHand'
  check (billing in ('byHand', 'proforma', 'invoice'));
`,
}
