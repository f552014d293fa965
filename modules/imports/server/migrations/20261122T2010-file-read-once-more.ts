import type { Migration } from '@peyvand/platform/server'

/** The run reads the file again instead of what the check made of it: rows keep their cells and their judgement. */
export const fileReadOnceMore: Migration = {
  id: '20261122T2010-file-read-once-more',
  sql: `
alter table import_rows drop column items;
alter table imports drop column checked_version;
`,
}
