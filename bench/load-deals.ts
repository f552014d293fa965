import type { ClientBase } from 'pg'

/** One deal in ten is closed; the others stand in the running stages of the firm's first pipeline. */
const isClosed = 'i % 10 = 0'

/** Fills `deals` by bulk SQL: with every third party in turn, of all colleagues, followed up in these weeks. */
export async function loadDeals(
  client: ClientBase,
  { tenantId, deals }: { tenantId: number; deals: number },
): Promise<void> {
  await client.query(
    `create temp table made_stages as
     select s.id, s.pipeline_id, s.outcome, s.outcome in ('won', 'lost') as closes,
       row_number() over (partition by s.outcome in ('won', 'lost') order by s.position) - 1 as turn,
       count(*) over (partition by s.outcome in ('won', 'lost')) as stages
     from pipeline_stages s
     where s.tenant_id = $1 and s.removed_at is null and s.pipeline_id =
       (select id from pipelines where tenant_id = $1 order by position, id limit 1)`,
    [tenantId],
  )
  await client.query(
    `insert into deals (tenant_id, id, number, title, pipeline_id, stage_id, outcome, stage_since, party_id, amount,
       owner_id, team_id, expected_close_on, next_follow_up_at, priority, checked, search, origin, closed_at,
       created_at, created_by, updated_at, updated_by)
     select $1, uuidv7(), 'D-' || lpad(m.i::text, 7, '0'), 'فروش ' || m.i, g.pipeline_id, g.id, g.outcome, m.at, p.id,
       m.i::bigint * 7919 % 900 * 1000000 + 1000000, u.id, u.team_id, current_date + m.i % 300 - 40,
       case when not g.closes then now() + (m.i % 900 - 200) * interval '1 hour' end,
       (array['low', 'normal', 'normal', 'normal', 'high', 'urgent'])[1 + m.i % 6], '{}',
       'd-' || lpad(m.i::text, 7, '0') || ' فروش ' || m.i, 'manual', case when g.closes then m.at end, m.at, u.id, m.at, u.id
     from (
       select i, now() - i * interval '5 minutes' as at, ${isClosed} as closes from generate_series(1, ${deals}) i
     ) m
     join made_stages g on g.closes = m.closes and g.turn = m.i / 10 % g.stages
     join made_parties p on p.i = 1 + m.i::bigint * 3 % (select count(*) from made_parties)
     join made_staff u on u.i = m.i % (select count(*) from made_staff)`,
    [tenantId],
  )
}
