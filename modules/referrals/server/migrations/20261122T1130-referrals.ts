import { type Migration, tenantPolicy } from '@peyvand/platform/server'

export const referralTables: Migration = {
  id: '20261122T1130-referrals',
  sql: `
create table referrals (
  tenant_id int not null,
  id uuid not null,
  activity_id uuid not null,
  parent_id uuid,
  root_id uuid not null,
  from_user_id uuid not null,
  to_user_id uuid,
  to_team_id uuid,
  receiver_id uuid not null generated always as (coalesce(to_user_id, to_team_id)) stored,
  action text not null check (action in ('act', 'approve', 'inform')),
  note text,
  deadline timestamptz,
  urgency text not null check (urgency in ('normal', 'urgent', 'immediate')),
  urgency_rank int not null
    generated always as (case urgency when 'immediate' then 2 when 'urgent' then 1 else 0 end) stored,
  confidential boolean not null,
  state text not null
    check (state in ('new', 'seen', 'inProgress', 'answered', 'done', 'returned', 'recalled', 'rejected')),
  decision text check (decision in ('approved', 'refused')),
  answer text,
  acted_by uuid,
  receiver_unread boolean not null default true,
  sender_unread boolean not null default false,
  in_bin boolean not null default false,
  created_at timestamptz not null,
  seen_at timestamptz,
  started_at timestamptz,
  answered_at timestamptz,
  returned_at timestamptz,
  closed_at timestamptz,
  primary key (tenant_id, id),
  check (to_user_id is not null or to_team_id is not null)
);
alter table referrals add constraint referrals_activity_id
  foreign key (tenant_id, activity_id) references activities (tenant_id, id) on delete cascade;
alter table referrals add constraint referrals_from_user_id
  foreign key (tenant_id, from_user_id) references users (tenant_id, id);
alter table referrals add constraint referrals_to_user_id
  foreign key (tenant_id, to_user_id) references users (tenant_id, id);
create index referrals_activity on referrals (tenant_id, activity_id, created_at, id);
create index referrals_root on referrals (tenant_id, root_id);
create index referrals_parent on referrals (tenant_id, parent_id) where parent_id is not null;

-- One small index per worklist: counts read it alone, pages read its newest rows. Measured in README.md.
create index referrals_to_me on referrals (tenant_id, receiver_id, created_at desc, id desc)
  include (receiver_unread, deadline, confidential) where state in ('new', 'seen') and not in_bin;
create index referrals_in_progress on referrals (tenant_id, receiver_id, created_at desc, id desc)
  include (receiver_unread, deadline, confidential) where state = 'inProgress' and not in_bin;
create index referrals_acted_on on referrals (tenant_id, receiver_id, created_at desc, id desc)
  include (confidential) where state in ('answered', 'done', 'returned', 'rejected') and not in_bin;
create index referrals_by_me on referrals (tenant_id, from_user_id, created_at desc, id desc)
  include (sender_unread, deadline, state) where state not in ('done', 'recalled') and not in_bin;

${tenantPolicy('referrals')}
`,
}
