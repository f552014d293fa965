import type { Migration } from '../migrate.ts'

/**
 * Nearly every change starts a job that replaces no other. The queue's own `add_job` looks for what might be replaced,
 * for tasks and for named queues, by four statements; such a job needs one. A task that no worker has told of yet goes
 * the long way, which makes it known.
 */
export const jobsWithoutKey: Migration = {
  id: '20261125T2200-jobs-without-key',
  sql: `
create or replace function enqueue_job(task text, payload json, job_key text, run_at timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  job bigint;
begin
  if (payload ->> 'tenantId') is distinct from nullif(current_setting('app.tenant_id', true), '') then
    raise exception 'a job belongs to the firm of its transaction';
  end if;
  if job_key is null then
    insert into graphile_worker._private_jobs (task_id, payload, run_at)
    select t.id, enqueue_job.payload, coalesce(enqueue_job.run_at, now())
    from graphile_worker._private_tasks t where t.identifier = task
    returning id into job;
    if found then
      perform pg_notify('jobs:insert', json_build_object('r', random(), 'count', 1)::text);
      return job;
    end if;
  end if;
  return (graphile_worker.add_job(task, payload, job_key => job_key, run_at => run_at)).id;
end $$;`,
}
