import { type Migration, tenantPolicy } from '@peyvand/platform/server'

/** Letters that were numbered before there were registers to choose from go into the one of their class. */
const takeOverNumbers = `
insert into letter_registers (tenant_id, id, series_key, directions, position)
select tenant_id, gen_random_uuid(), key, array[split_part(key, '.', 2)],
  array_position(array['incoming', 'outgoing', 'internal'], split_part(key, '.', 2))
from number_series where key in ('letters.incoming', 'letters.outgoing', 'letters.internal');

insert into letter_entries (tenant_id, id, register_id, year, number, registry_no, activity_id, direction,
  registered_at, registered_by)
select l.tenant_id, gen_random_uuid(), r.id, coalesce(c.jy, 0),
  coalesce((regexp_match(l.registry_no, '(\\d{1,9})\\D*$'))[1]::int, 0), l.registry_no, l.activity_id, a.direction,
  l.registered_at, a.created_by
from letters l
join activities a on a.tenant_id = l.tenant_id and a.id = l.activity_id
join letter_registers r on r.tenant_id = l.tenant_id and r.series_key = 'letters.' || a.direction
left join calendar_days c on c.day = (l.registered_at at time zone 'Asia/Tehran')::date
where l.registry_no is not null
on conflict do nothing;

update letters l set register_id = e.register_id from letter_entries e
where e.tenant_id = l.tenant_id and e.activity_id = l.activity_id;
`

export const letterTables: Migration = {
  id: '20261122T1710-letters',
  sql: `
create table letterheads (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  language text not null check (language in ('fa', 'en')),
  paper text not null check (paper in ('A4', 'A5')),
  margin_top int not null,
  margin_bottom int not null,
  margin_start int not null,
  margin_end int not null,
  font_size int not null,
  opening text not null,
  title text not null,
  footer text not null,
  logo_id uuid,
  logo_width int not null,
  background_id uuid,
  stamp_id uuid,
  shows_number boolean not null,
  archived_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id)
);

create table letter_signers (
  tenant_id int not null,
  id uuid not null,
  name text not null,
  title text not null,
  user_id uuid,
  signature_id uuid,
  archived_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id)
);

create table letter_registers (
  tenant_id int not null,
  id uuid not null,
  series_key text not null,
  directions text[] not null check (directions <@ array['incoming', 'outgoing', 'internal']),
  team_id uuid,
  letterhead_id uuid,
  position int not null,
  archived_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, series_key)
);
alter table letter_registers add constraint letter_registers_letterhead_id
  foreign key (tenant_id, letterhead_id) references letterheads (tenant_id, id);

-- Without a foreign key to activities: the book keeps its numbers whatever becomes of the letters.
create table letter_entries (
  tenant_id int not null,
  id uuid not null,
  register_id uuid not null,
  year int not null,
  number int not null,
  registry_no text not null,
  activity_id uuid not null,
  direction text not null check (direction in ('incoming', 'outgoing', 'internal')),
  registered_at timestamptz not null,
  registered_by uuid,
  voided_at timestamptz,
  voided_by uuid,
  void_reason text,
  primary key (tenant_id, id),
  unique (tenant_id, register_id, year, number),
  unique (tenant_id, activity_id)
);
alter table letter_entries add constraint letter_entries_register_id
  foreign key (tenant_id, register_id) references letter_registers (tenant_id, id);
create index letter_entries_time on letter_entries (tenant_id, registered_at desc, id desc);

create table letter_sheets (
  tenant_id int not null,
  activity_id uuid not null,
  letterhead_id uuid,
  signer_id uuid,
  signed boolean not null,
  stamped boolean not null,
  issued_at timestamptz,
  paper jsonb,
  final_file_id uuid,
  primary key (tenant_id, activity_id)
);
alter table letter_sheets add constraint letter_sheets_letterhead_id
  foreign key (tenant_id, letterhead_id) references letterheads (tenant_id, id);
alter table letter_sheets add constraint letter_sheets_signer_id
  foreign key (tenant_id, signer_id) references letter_signers (tenant_id, id);

create table letter_people (
  tenant_id int not null,
  activity_id uuid not null,
  role text not null check (role in ('recipient', 'copy')),
  position int not null,
  name text not null,
  title text not null,
  reason text not null,
  user_id uuid,
  party_id uuid,
  primary key (tenant_id, activity_id, role, position)
);

create table letter_links (
  tenant_id int not null,
  activity_id uuid not null,
  relation text not null check (relation in ('answers', 'follows', 'encloses')),
  target_id uuid not null,
  primary key (tenant_id, activity_id, relation, target_id)
);
create index letter_links_target on letter_links (tenant_id, target_id);

${['letter_sheets', 'letter_people', 'letter_links']
  .map(
    (table) => `alter table ${table} add constraint ${table}_activity_id
  foreign key (tenant_id, activity_id) references activities (tenant_id, id) on delete cascade;`,
  )
  .join('\n')}
alter table letter_links add constraint letter_links_target_id
  foreign key (tenant_id, target_id) references activities (tenant_id, id) on delete cascade;

${takeOverNumbers}
${tenantPolicy(
  'letterheads',
  'letter_signers',
  'letter_registers',
  'letter_entries',
  'letter_sheets',
  'letter_people',
  'letter_links',
)}
`,
}
