import { sql } from 'kysely'
import { beforeAll } from 'vitest'
import { type Filter, ListQuery, SummaryQuery } from '../../contract/index.ts'
import { testApp } from '../../testing/index.ts'
import { systemActor } from '../actor.ts'
import type { App } from '../app.ts'
import type { Ctx } from '../ctx.ts'
import { newId } from '../ids.ts'
import type { ListSource } from './list-source.ts'
import { matchingRows, runList } from './run-list.ts'
import { summarizeList } from './summarize-list.ts'

const actor = systemActor({ tenantId: 71, name: 'شرکت', timeZone: 'Asia/Tehran', moneyUnit: 'rial' })

export interface Thing {
  id: string
  name: string
  size: number | null
  day: string | null
  at: string
}

export const names = [
  'آب',
  'ابر',
  'پارس',
  'چای',
  'زهرا',
  'ژاله',
  'کتاب',
  'گل',
  'واحد',
  'هادی',
  'یاسر',
  'Alfa',
  'beta',
]
/** Each thing has up to four pieces. */
export const pieces: { thing: string; weight: number }[] = []
const days = ['2026-03-20', '2026-03-21', '2026-11-21', '2026-11-22', '2026-11-23', null]
export const things: Thing[] = Array.from({ length: 200 }, (_, index) => ({
  id: newId(),
  name: names[index % names.length] as string,
  size: index % 7 === 0 ? null : index % 11,
  day: days[index % days.length] ?? null,
  // Pairs of the same moment, some a microsecond apart, so that a page may end between equals.
  at: `2026-11-${String(1 + (index % 20)).padStart(2, '0')}T20:29:59.99${index % 3}${index % 2}00Z`,
}))

for (const [index, { id }] of things.entries())
  for (let piece = 0; piece < index % 5; piece += 1) pieces.push({ thing: id, weight: (index + piece) % 6 })

/** More than a list reads whole. */
export const manyRows = 6000

async function seed({ ownerPool }: App): Promise<void> {
  await ownerPool.query(`
    create table pieces (tenant_id int not null, id uuid not null default gen_random_uuid(), thing uuid not null, weight int not null, primary key (tenant_id, id));
    grant all on pieces to public`)
  await ownerPool.query(
    'insert into pieces (tenant_id, thing, weight) select 71, * from unnest($1::uuid[], $2::int[])',
    [pieces.map(({ thing }) => thing), pieces.map(({ weight }) => weight)],
  )
  await ownerPool.query(`
    create table things (tenant_id int not null, id uuid not null, name text not null, size numeric, day date, at timestamptz not null, primary key (tenant_id, id));
    grant all on things to public`)
  const column = (key: keyof Thing) => things.map((thing) => thing[key])
  await ownerPool.query(
    'insert into things select 71, * from unnest($1::uuid[], $2::text[], $3::numeric[], $4::date[], $5::timestamptz[])',
    (['id', 'name', 'size', 'day', 'at'] as const).map(column),
  )
  await ownerPool.query(`
    create table many (like things including all);
    insert into many select 71, gen_random_uuid(), 'n' || i % 50, i % 97, null, now() from generate_series(1, ${manyRows}) i;
    create table sizes (tenant_id int not null, of uuid not null, value numeric not null, primary key (tenant_id, of));
    insert into sizes select tenant_id, id, size from (table things union all table many) t where size is not null;
    create index on sizes (tenant_id, value, of);
    analyze many, sizes;
    grant all on many, sizes to public`)
}

const source: ListSource = {
  id: sql`t.id`,
  defaultSort: 'name',
  columns: {
    name: { type: 'text', label: 'name', sql: sql`t.name`, sortable: true },
    size: { type: 'number', label: 'size', sql: sql`t.size`, sortable: true, nullable: true },
    // The same as the size, where own values stand.
    own: {
      type: 'number',
      label: 'own',
      sql: sql`(select s.value from sizes s where s.tenant_id = 71 and s.of = t.id)`,
      elsewhere: {
        partial: true,
        sql: sql`s.value`,
        join: (rows) =>
          rows.innerJoin(sql<object>`sizes`.as('s'), (join) =>
            join.on(sql<boolean>`s.tenant_id = 71 and s.of = t.id`),
          ),
        among: (condition) => sql`t.id in (select s.of from sizes s where s.tenant_id = 71 and ${condition})`,
        of: (id, value) => sql`(select ${value} from sizes s where s.tenant_id = 71 and s.of = ${id})`,
      },
      hasNone: sql`not exists (select from sizes s where s.tenant_id = 71 and s.of = t.id)`,
      sortable: true,
      nullable: true,
    },
    day: { type: 'date', label: 'day', sql: sql`t.day`, sortable: true, nullable: true },
    at: { type: 'instant', label: 'at', sql: sql`t.at`, sortable: true },
    secret: { type: 'text', label: 'secret', sql: sql`t.name`, filterable: false },
  },
}

const pieceSource: ListSource = {
  id: sql`x.id`,
  defaultSort: 'weight',
  columns: { weight: { type: 'number', label: 'weight', sql: sql`x.weight`, sortable: true } },
}
const withPieces = (ctx: Ctx): ListSource => ({
  ...source,
  relations: {
    pieces: {
      label: 'pieces',
      source: pieceSource,
      rows: ctx.db.selectFrom(sql<{ id: string }>`pieces`.as('x')),
      of: sql`x.thing`,
    },
  },
})

const page = (ctx: Ctx, table: 'things' | 'many', query: object) => {
  // The tables exist in this test alone, so their queries are untyped.
  const rows = ctx.db.selectFrom(sql<{ id: string }>`${sql.table(table)}`.as('t')).select('t.id')
  const parts = [sql<boolean>`t.size % 3 = 0`, sql<boolean>`(t.size is null or t.size % 3 <> 0)`]
  return runList(ctx, {
    source: withPieces(ctx),
    rows,
    parts: parts.map((part) => rows.where(part)),
    query: ListQuery.parse(query),
  })
}

export const withFilter = (filter: Filter) => ({ filter: JSON.stringify(filter) })

/** Lists over tables of things and their pieces, which a test file has to itself. */
export function thingLists() {
  const tested = testApp({ now: () => new Date('2026-11-22T08:00:00Z') })
  beforeAll(() => seed(tested.app))
  const read = (query: object) => tested.committed(actor, (ctx) => page(ctx, 'things', query))
  const readMany = (query: object) => tested.committed(actor, (ctx) => page(ctx, 'many', query))
  const summarize = (query: object) =>
    tested.committed(actor, (ctx) => {
      const rows = ctx.db.selectFrom(sql<{ id: string }>`things`.as('t')).select('t.id')
      return summarizeList(ctx, { source: withPieces(ctx), rows, query: SummaryQuery.parse(query) })
    })
  const found = async (filter: Filter) => {
    const { items } = await read({ ...withFilter(filter), limit: 200 })
    const ids = new Set(items.map((item) => item.id))
    return things.filter((thing) => ids.has(thing.id))
  }
  /** The same asked of each row, as for the first rows of very many. */
  const foundEach = (filter: Filter) =>
    tested.committed(actor, async (ctx) => {
      const rows = ctx.db.selectFrom(sql<{ id: string }>`things`.as('t')).select('t.id')
      const found = await matchingRows(ctx, withPieces(ctx), rows, { filter, each: true }).execute()
      return found.map(({ id }) => id)
    })
  return { tested, read, readMany, summarize, found, foundEach }
}
