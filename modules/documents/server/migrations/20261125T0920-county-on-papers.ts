import type { Migration } from '@peyvand/platform/server'

/** Papers that were issued before name no county. */
export const countyOnPapers: Migration = {
  id: '20261125T0920-county-on-papers',
  sql: `
alter table document_firms add column county text;
update documents set
  party_block = '{"county": null}' || party_block,
  firm_block = '{"county": null}' || firm_block
where party_block is not null or firm_block is not null;
`,
}
