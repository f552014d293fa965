import type { ClientBase } from 'pg'
import { madeSubjects } from './made-names.ts'

interface LoadActivities {
  tenantId: number
  activities: number
  /** So many of them are in the file of the first party. */
  timeline: number
}

/** One activity in ten is still to be done; every other one stands in the file of its party. */
const isOpen = 'm.i % 10 = 0'

/** Fills activities of every kind with their particulars, party and row in the timeline; leaves `made_activities`. */
export async function loadActivities(
  client: ClientBase,
  { tenantId, activities, timeline }: LoadActivities,
): Promise<void> {
  await client.query(
    'create temp table made_subjects (i int primary key, kind text, subject text, search text)',
  )
  await client.query(
    `insert into made_subjects select ord - 1, kind, subject, search
     from rows from (unnest($1::text[]), unnest($2::text[]), unnest($3::text[])) with ordinality s (kind, subject, search, ord)`,
    (['kind', 'subject', 'search'] as const).map((key) => madeSubjects.map((made) => made[key])),
  )
  await client.query(
    `create temp table made_activities as
     select i, uuidv7() as id, i * 31 % ${madeSubjects.length} as subject, now() - i * interval '3 minutes' as at,
       (case when i <= ${timeline} then 1 else 1 + i::bigint * 104729 % (select count(*) from made_parties) end)::int as party
     from generate_series(1, ${activities}) i`,
  )
  await client.query('create unique index on made_activities (i)')
  await client.query('analyze made_activities, made_subjects')
  await client.query(
    `insert into activities (tenant_id, id, kind, direction, status, subject, occurred_at, due_at, done_at, created_at,
       updated_at, priority, owner_id, team_id, created_by, confidentiality, source, search)
     select $1, m.id, s.kind, case s.kind when 'task' then 'internal' else 'outgoing' end,
       case when ${isOpen} then 'planned' else 'done' end, s.subject,
       case when ${isOpen} then null else m.at end,
       case when ${isOpen} then now() + (m.i % 800 - 400) * interval '2 hours' end,
       case when ${isOpen} then null else m.at end, m.at, m.at, 'normal', u.id, u.team_id, u.id, 'normal', 'manual', s.search
     from made_activities m join made_subjects s on s.i = m.subject
     join made_staff u on u.i = m.i % (select count(*) from made_staff)`,
    [tenantId],
  )
  await client.query('analyze activities')
  for (const statement of particulars) await client.query(statement, [tenantId])
  await client.query(
    `insert into activity_targets (tenant_id, activity_id, target_type, target_id, role, position)
     select $1, m.id, 'party', p.id, 'subject', 0 from made_activities m join made_parties p on p.i = m.party`,
    [tenantId],
  )
  await client.query(
    `insert into timeline (tenant_id, id, party_id, occurred_at, subject_type, subject_id, type, direction, actor_id,
       actor_name, summary, search)
     select $1, uuidv7(), p.id, m.at, 'activities', m.id, a.kind, a.direction, a.owner_id, u.name,
       jsonb_build_object('subject', a.subject, 'excerpt', null, 'status', a.status, 'resultId', null, 'number', null,
         'durationMinutes', null, 'priority', a.priority, 'confidentiality', a.confidentiality, 'answered', true),
       a.search
     from made_activities m
     join activities a on a.tenant_id = $1 and a.id = m.id
     join made_parties p on p.i = m.party
     join made_staff u on u.id = a.owner_id
     where not ${isOpen}`,
    [tenantId],
  )
}

const kindIs = (...kinds: string[]) =>
  `from made_activities m join made_subjects s on s.i = m.subject where s.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})`

const particulars = [
  `insert into calls (tenant_id, activity_id, answered) select $1, m.id, true ${kindIs('call')}`,
  `insert into tasks (tenant_id, activity_id, progress) select $1, m.id, 0 ${kindIs('task')}`,
  `insert into meetings (tenant_id, activity_id) select $1, m.id ${kindIs('meeting')}`,
  `insert into faxes (tenant_id, activity_id, pages) select $1, m.id, 2 ${kindIs('fax')}`,
  `insert into letters (tenant_id, activity_id, recipients, copies, enclosures, urgency)
   select $1, m.id, '{}', '{}', 0, 'normal' ${kindIs('letter')}`,
  `insert into messages (tenant_id, activity_id, addresses, copies) select $1, m.id, '{}', '{}' ${kindIs('email', 'sms', 'telegram')}`,
]

/** Open referrals between all colleagues, with the right to see what was referred. */
export async function loadReferrals(
  client: ClientBase,
  { tenantId, activities, referrals }: { tenantId: number; activities: number; referrals: number },
): Promise<void> {
  await client.query(
    `insert into referrals (tenant_id, id, activity_id, root_id, from_user_id, to_user_id, action, note, deadline, urgency,
       confidential, state, receiver_unread, created_at, seen_at, started_at)
     select $1, r.id, m.id, r.id, f.id, t.id, (array['act', 'approve', 'inform'])[1 + r.i % 3], null,
       case when r.i % 4 > 0 then now() + (r.i % 40 - 20) * interval '9 hours' end,
       case when r.i % 20 = 0 then 'urgent' else 'normal' end, r.i % 50 = 0,
       (array['new', 'seen', 'inProgress'])[1 + r.i / 7 % 3], r.i / 7 % 3 = 0, r.at,
       case when r.i / 7 % 3 > 0 then r.at + interval '1 hour' end,
       case when r.i / 7 % 3 = 2 then r.at + interval '2 hours' end
     from (
       select i, uuidv7() as id, now() - i * interval '25 seconds' as at, (select count(*) from made_staff) as staff
       from generate_series(1, ${referrals}) i
     ) r
     join made_activities m on m.i = 1 + r.i::bigint * 7919 % ${activities}
     join made_staff f on f.i = r.i % staff
     join made_staff t on t.i = (r.i + 1 + r.i / staff % (staff - 1)) % staff`,
    [tenantId],
  )
  await client.query(
    `insert into activity_viewers (tenant_id, activity_id, viewer_id, reason)
     select distinct tenant_id, activity_id, to_user_id, 'referral' from referrals where tenant_id = $1`,
    [tenantId],
  )
}
