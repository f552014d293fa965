import type { ClientBase } from 'pg'
import { loadActivities, loadReferrals } from './load-activities.ts'
import { loadDeals } from './load-deals.ts'
import { loadOwnFields } from './load-own-fields.ts'
import { loadParties } from './load-parties.ts'
import type { Sizes } from './sizes.ts'
import type { Staff } from './staff.ts'

const filled = [
  'parties',
  'contact_points',
  'addresses',
  'party_group_members',
  'timeline',
  'activities',
  'activity_targets',
  'activity_viewers',
  'referrals',
  'deals',
  'custom_texts',
  'custom_numbers',
  'custom_dates',
]

interface Generate {
  tenantId: number
  staff: Staff
  sizes: Sizes
  /** Told what begins. */
  say?: (text: string) => void
}

/**
 * Fills a firm by bulk SQL through a connection of the owner. Indexes are made after the rows, and statistics
 * between the tables: a plan made on an empty table would check keys of a million rows one by one.
 */
export async function generate(client: ClientBase, { tenantId, staff, sizes, say }: Generate): Promise<void> {
  const { parties, activities, timeline, referrals, deals } = sizes
  await client.query(
    `set synchronous_commit = off; set work_mem = '128MB'; set maintenance_work_mem = '512MB'`,
  )
  const indexes = await dropIndexes(client)
  await loadStaff(client, staff)
  say?.(`${parties} parties`)
  await loadParties(client, { tenantId, parties })
  say?.('own fields')
  await loadOwnFields(client, tenantId)
  say?.(`${activities} activities`)
  await loadActivities(client, { tenantId, activities, timeline })
  say?.(`${referrals} referrals`)
  await loadReferrals(client, { tenantId, activities, referrals })
  say?.(`${deals} deals`)
  await loadDeals(client, { tenantId, deals })
  say?.('indexes')
  for (const { sql } of indexes) await client.query(sql)
  for (const table of filled) await client.query(`vacuum analyze ${table}`)
  await client.query(`analyze`)
}

/** Fills in the deals that data of an older version have none of. */
export async function addDeals(client: ClientBase, { tenantId, staff, sizes, say }: Generate): Promise<void> {
  say?.(`${sizes.deals} deals`)
  await client.query('set synchronous_commit = off')
  await loadStaff(client, staff)
  await client.query(
    `create temp table made_parties as
     select row_number() over (order by id)::int as i, id from parties where tenant_id = $1 and deleted_at is null`,
    [tenantId],
  )
  await client.query('create unique index on made_parties (i); analyze made_parties')
  await loadDeals(client, { tenantId, deals: sizes.deals })
  await client.query('vacuum analyze deals')
}

/** Drops the indexes that hold no rule; answers what makes them again. */
async function dropIndexes(client: ClientBase): Promise<{ name: string; sql: string }[]> {
  const { rows } = await client.query<{ name: string; sql: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as sql
     from pg_index i where i.indrelid = any($1::regclass[]) and not i.indisprimary
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [filled],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows
}

async function loadStaff(client: ClientBase, { colleagues }: Staff): Promise<void> {
  await client.query('create temp table made_staff (i int primary key, id uuid, team_id uuid, name text)')
  await client.query(
    `insert into made_staff select ord - 1, id, team_id, name
     from rows from (unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[])) with ordinality s (id, team_id, name, ord)`,
    [
      colleagues.map(({ userId }) => userId),
      colleagues.map(({ teamIds }) => teamIds[0] ?? null),
      colleagues.map(({ name }) => name),
    ],
  )
  await client.query('analyze made_staff')
}
