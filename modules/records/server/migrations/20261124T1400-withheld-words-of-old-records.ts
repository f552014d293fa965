import type { Migration } from '@peyvand/platform/server'

/** Records that were written before hidden words stood apart keep them among the others until they are titled anew. */
export const withheldWordsOfOldRecords: Migration = {
  id: '20261124T1400-withheld-words-of-old-records',
  sql: `
select graphile_worker.add_job(
  'records.retitle',
  json_build_object(
    'tenantId', tenant_id, 'userId', null, 'locale', 'fa', 'payload', json_build_object('kindId', id)),
  job_key => tenant_id || ':records.retitle:' || id)
from record_kinds;
`,
}
