import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Condition,
  type Filter,
  ListQuery,
  type RelationCondition,
  SummaryQuery,
} from '../../contract/index.ts'
import { testApp } from '../../testing/index.ts'
import { systemActor } from '../actor.ts'
import type { Ctx } from '../ctx.ts'
import { newId } from '../ids.ts'
import type { ListSource } from './list-source.ts'
import { matchingRows, runList } from './run-list.ts'
import { summarizeList } from './summarize-list.ts'

const now = new Date('2026-11-22T08:00:00Z')
const tested = testApp({ now: () => now })
const actor = systemActor({ tenantId: 71, name: 'شرکت', timeZone: 'Asia/Tehran', moneyUnit: 'rial' })

interface Thing {
  id: string
  name: string
  size: number | null
  day: string | null
  at: string
}

const names = [
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
const pieces: { thing: string; weight: number }[] = []
const days = ['2026-03-20', '2026-03-21', '2026-11-21', '2026-11-22', '2026-11-23', null]
const things: Thing[] = Array.from({ length: 200 }, (_, index) => ({
  id: newId(),
  name: names[index % names.length] as string,
  size: index % 7 === 0 ? null : index % 11,
  day: days[index % days.length] ?? null,
  // Pairs of the same moment, some a microsecond apart, so that a page may end between equals.
  at: `2026-11-${String(1 + (index % 20)).padStart(2, '0')}T20:29:59.99${index % 3}${index % 2}00Z`,
}))

for (const [index, { id }] of things.entries())
  for (let piece = 0; piece < index % 5; piece += 1) pieces.push({ thing: id, weight: (index + piece) % 6 })

beforeAll(async () => {
  const { ownerPool } = tested.app
  await ownerPool.query(`
    create table pieces (tenant_id int not null, id uuid not null default gen_random_uuid(), thing uuid not null, weight int not null, primary key (tenant_id, id));
    grant all on pieces to public`)
  for (const { thing, weight } of pieces)
    await ownerPool.query('insert into pieces (tenant_id, thing, weight) values (71, $1, $2)', [
      thing,
      weight,
    ])
  await ownerPool.query(`
    create table things (tenant_id int not null, id uuid not null, name text not null, size numeric, day date, at timestamptz not null, primary key (tenant_id, id));
    grant all on things to public`)
  for (const { id, name, size, day, at } of things) {
    await ownerPool.query('insert into things values (71, $1, $2, $3, $4, $5)', [id, name, size, day, at])
  }
  await ownerPool.query(`
    create table many (like things including all);
    insert into many select 71, gen_random_uuid(), 'n' || i % 50, i % 97, null, now() from generate_series(1, ${manyRows}) i;
    create table sizes (tenant_id int not null, of uuid not null, value numeric not null, primary key (tenant_id, of));
    insert into sizes select tenant_id, id, size from (table things union all table many) t where size is not null;
    create index on sizes (tenant_id, value, of);
    analyze many, sizes;
    grant all on many, sizes to public`)
})

/** More than a list reads whole. */
const manyRows = 6000

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

const read = (query: object) => tested.committed(actor, (ctx) => page(ctx, 'things', query))
const readMany = (query: object) => tested.committed(actor, (ctx) => page(ctx, 'many', query))
const summarize = (query: object) =>
  tested.committed(actor, (ctx) => {
    const rows = ctx.db.selectFrom(sql<{ id: string }>`things`.as('t')).select('t.id')
    return summarizeList(ctx, { source: withPieces(ctx), rows, query: SummaryQuery.parse(query) })
  })
const withFilter = (filter: Filter) => ({ filter: JSON.stringify(filter) })
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

describe('pages', () => {
  const sorts = [
    'name',
    '-name',
    'size',
    '-size',
    '-day,name',
    'at',
    '-at',
    'size,-day,name',
    '-size,day',
    '-own',
  ]
  test.each(sorts)('walking the pages of sort=%s meets every row once, in one order', async (sort) => {
    const all = (await read({ sort, limit: 200 })).items.map((item) => item.id)
    const walked: string[] = []
    let cursor: string | undefined
    do {
      const { items, nextCursor } = await read({ sort, limit: 7, ...(cursor ? { cursor } : {}) })
      walked.push(...items.map((item) => item.id))
      cursor = nextCursor ?? undefined
    } while (cursor)
    expect(walked).toEqual(all)
    expect(new Set(walked).size).toBe(things.length)
  })

  const unfiltered = { and: [] }
  const ofMost: Filter = { and: [{ field: 'own', op: 'gte', value: 3 }] }
  test.each([
    ['name', unfiltered, 'name collate "fa-x-icu", id'],
    ['-size,name', unfiltered, 'size desc nulls last, name collate "fa-x-icu", id desc'],
    ['-own,name', unfiltered, 'size desc nulls last, name collate "fa-x-icu", id desc'],
    ['own', ofMost, 'size, id'],
    ['name', ofMost, 'name collate "fa-x-icu", id'],
  ])('so does walking through very many by %s of %o', async (sort, filter, order) => {
    const walked: string[] = []
    let cursor: string | undefined
    do {
      const { items, nextCursor } = await readMany({
        sort,
        ...withFilter(filter),
        limit: 200,
        ...(cursor ? { cursor } : {}),
      })
      walked.push(...items.map((item) => item.id))
      cursor = nextCursor ?? undefined
    } while (cursor)
    const { rows } = await tested.app.ownerPool.query<{ id: string }>(
      `select id from many ${filter === ofMost ? 'where size >= 3' : ''} order by ${order}`,
    )
    expect(walked).toEqual(rows.map((row) => row.id))
  })

  test('names stand in the order of the Persian alphabet', async () => {
    const { items } = await read({ sort: 'name', limit: 200 })
    const order = [...new Set(items.map(({ id }) => things.find((thing) => thing.id === id)?.name))]
    expect(order.filter((name) => /[آ-ی]/.test(name ?? ''))).toEqual(names.slice(0, 11))
  })

  test('empty values come last in both directions', async () => {
    for (const sort of ['size', '-size']) {
      const { items } = await read({ sort, limit: 200 })
      const sizes = items.map(({ id }) => things.find((thing) => thing.id === id)?.size ?? null)
      expect(sizes.lastIndexOf(sizes.findLast((size) => size !== null) ?? null)).toBeLessThan(
        sizes.indexOf(null),
      )
    }
  })

  test('the total is exact while it is small', async () => {
    expect((await read({ limit: 5 })).total).toEqual({ value: 200, exact: true })
    expect((await read({ ...withFilter({ field: 'size', op: 'gt', value: 50 }) })).total).toEqual({
      value: 0,
      exact: true,
    })
    expect((await read({ limit: 5, count: 'none' })).total.exact).toBe(false)
  })

  test('the total of very many is about right, and exact on request', async () => {
    const { total } = await readMany({ limit: 5 })
    expect(total.exact).toBe(false)
    expect(Math.abs(total.value - manyRows)).toBeLessThan(manyRows / 10)
    expect((await readMany({ limit: 5, count: 'exact' })).total).toEqual({ value: manyRows, exact: true })
  })

  test('a page and its total are told also after the rows that followed the cursor went', async () => {
    const { rows } = await tested.app.ownerPool.query<{ id: string }>(
      'select id from things order by id desc limit 1',
    )
    const cursor = Buffer.from(JSON.stringify({ s: 'name', v: ['zzz'], id: rows[0]?.id })).toString(
      'base64url',
    )
    const { items, nextCursor, total } = await read({ sort: 'name', cursor, count: 'exact' })
    expect([items, nextCursor, total]).toEqual([[], null, { value: 200, exact: true }])
  })

  test('a cursor of another order and a broken one are refused', async () => {
    const { nextCursor } = await read({ sort: 'name', limit: 5 })
    await expect(read({ sort: '-name', cursor: nextCursor })).rejects.toMatchObject({
      code: 'cursor.invalid',
    })
    await expect(read({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'cursor.invalid' })
  })
})

describe('filters', () => {
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({
      field: fc.constantFrom('size', 'own'),
      op: fc.constantFrom('eq', 'ne', 'gt', 'gte', 'lt', 'lte'),
      value: fc.integer({ min: 0, max: 11 }),
    }),
    fc.record({
      field: fc.constant('name'),
      op: fc.constantFrom('in', 'notIn'),
      value: fc.subarray(names, { minLength: 1 }),
    }),
    fc.record({ field: fc.constantFrom('size', 'own', 'day'), op: fc.constantFrom('empty', 'notEmpty') }),
    fc.record({
      field: fc.constant('day'),
      op: fc.constantFrom('eq', 'gte', 'lt'),
      value: fc.constantFrom('2026-03-21', '2026-11-22'),
    }),
    fc.record({
      field: fc.constant('day'),
      op: fc.constantFrom('inLast', 'notInLast', 'inNext'),
      value: fc.constantFrom(1, 2, 300),
    }),
  ) as fc.Arbitrary<Condition>
  const weight = fc.record({
    field: fc.constant('weight'),
    op: fc.constantFrom('gte', 'lt'),
    value: fc.integer({ min: 0, max: 6 }),
  }) as fc.Arbitrary<Condition>
  const relation = fc.record(
    {
      relation: fc.constant('pieces'),
      count: fc.record({
        op: fc.constantFrom('eq', 'gt', 'gte', 'lt', 'lte'),
        value: fc.integer({ min: 0, max: 4 }),
      }),
      where: fc.oneof(weight, fc.record({ or: fc.tuple(weight, weight) })),
    },
    { requiredKeys: ['relation'] },
  ) as fc.Arbitrary<RelationCondition>
  const { tree } = fc.letrec<{ tree: Filter }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      condition,
      relation,
      fc.record({ and: fc.array(tie('tree'), { maxLength: 3 }) }),
      fc.record({ or: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    ),
  }))

  test('any tree finds the rows that its meaning says', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (filter) => {
        const expected = things.filter((thing) => meets(thing, filter)).map((thing) => thing.id)
        expect((await found(filter)).map((thing) => thing.id)).toEqual(expected)
        expect(new Set(await foundEach(filter))).toEqual(new Set(expected))
      }),
      { numRuns: 150 },
    )
  })

  test('a day of a moment is the day in the zone of the firm', async () => {
    const onThe5th = await found({ field: 'at', op: 'eq', value: '2026-11-05' })
    // 20:29:59.99 UTC is 23:59:59.99 in Tehran: still the same day.
    expect(onThe5th.map((thing) => thing.at.slice(0, 10))).toEqual(Array(onThe5th.length).fill('2026-11-05'))
    expect(onThe5th).toHaveLength(10)
    expect(await found({ field: 'at', op: 'between', value: ['2026-11-05', '2026-11-06'] })).toHaveLength(20)
  })

  test.each([
    ['today', ['2026-11-22']],
    ['yesterday', ['2026-11-21']],
    ['thisYear', ['2026-03-21', '2026-11-21', '2026-11-22', '2026-11-23']],
    ['lastYear', ['2026-03-20']],
    ['past', ['2026-03-20', '2026-03-21', '2026-11-21']],
    ['future', ['2026-11-23']],
  ])('the period %s follows the Jalali calendar', async (period, expected) => {
    const rows = await found({ field: 'day', op: 'inPeriod', value: period })
    expect([...new Set(rows.map((row) => row.day ?? ''))].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
      expected,
    )
  })

  test('signs of patterns and quotes in a text are only text', async () => {
    expect(await found({ field: 'name', op: 'contains', value: '%' })).toEqual([])
    expect(await found({ field: 'name', op: 'contains', value: "'; drop table things --" })).toEqual([])
    expect(
      (await found({ field: 'name', op: 'startsWith', value: 'AL' })).every((row) => row.name === 'Alfa'),
    ).toBe(true)
  })

  test.each([
    ['filter.unknownField', { field: 'nothing', op: 'eq', value: 1 }],
    ['filter.unknownField', { field: 'secret', op: 'eq', value: 'x' }],
    ['filter.badOp', { field: 'size', op: 'contains', value: 'x' }],
    ['filter.badOp', { field: 'name', op: 'gt', value: 'x' }],
    ['filter.badValue', { field: 'size', op: 'eq', value: 'many' }],
    ['filter.badValue', { field: 'day', op: 'eq', value: '1405-09-01x' }],
    ['filter.badValue', { field: 'day', op: 'inPeriod', value: 'someday' }],
    ['filter.badValue', { field: 'day', op: 'inLast', value: 0 }],
    ['filter.unknownField', { relation: 'nothing' }],
    ['filter.unknownField', { relation: 'pieces', where: { relation: 'pieces' } }],
  ] as [string, Filter][])('answers %s for %o', async (code, filter) => {
    await expect(read(withFilter(filter))).rejects.toMatchObject({ code })
  })
})

describe('summaries', () => {
  test('counts and values are those of everything that matches', async () => {
    const filter: Filter = { field: 'size', op: 'gte', value: 3 }
    const matching = things.filter((thing) => meets(thing, filter)).map(({ size }) => size as number)
    const sum = matching.reduce((total, size) => total + size, 0)
    const { count, values } = await summarize({
      ...withFilter(filter),
      aggregates: 'size.sum,size.avg,size.min,size.max,day.empty,name.unique,at.max',
    })
    expect(count).toBe(matching.length)
    expect(values).toMatchObject({
      'size.sum': String(sum),
      'size.avg': (sum / matching.length).toFixed(2),
      'size.min': '3',
      'size.max': '10',
      'name.unique': String(names.length),
    })
    expect(new Date(values['at.max'] as string).getTime()).toBeGreaterThan(Date.parse('2026-11-20'))
    const empty = things.filter((thing) => meets(thing, filter) && thing.day === null)
    expect(values['day.empty']).toBe(String(empty.length))
  })

  test.each(['day', 'day.week', 'day.year', 'at.day', 'at.season'])(
    'the groups by %s hold every row once, and their filters give their rows',
    async (by) => {
      const { groups, hasMoreGroups } = await summarize({ by, aggregates: 'size.sum' })
      expect(hasMoreGroups).toBe(false)
      const rows = await Promise.all(groups.map(({ filter }) => found(filter)))
      expect(rows.map(({ length }) => length)).toEqual(groups.map(({ count }) => count))
      expect(new Set(rows.flat()).size).toBe(things.length)
      expect(groups.map(({ values }) => Number(values['size.sum']))).toEqual(
        rows.map((of) => of.reduce((sum, { size }) => sum + (size ?? 0), 0)),
      )
    },
  )

  test.each([
    ['group.unknownField', { by: 'name' }],
    ['group.unknownField', { by: 'secret' }],
    ['aggregate.unknown', { aggregates: 'secret.unique' }],
    ['aggregate.unknown', { aggregates: 'name.sum' }],
  ])('answers %s for %o', async (code, query) => {
    await expect(summarize(query)).rejects.toMatchObject({ code })
  })
})

const daysAgo = (day: string) => Math.round((Date.parse('2026-11-22') - Date.parse(day)) / 86_400_000)

function meetsRelation(thing: Thing, { count = { op: 'gte', value: 1 }, where }: RelationCondition): boolean {
  const fitting = pieces.filter(
    (piece) => piece.thing === thing.id && (!where || meets({ ...thing, size: piece.weight }, onSize(where))),
  ).length
  return compare(count.op, fitting, count.value)
}

/** A condition on a piece's weight, asked of a thing that has it as its size. */
const onSize = (filter: Filter): Filter =>
  'or' in filter ? { or: filter.or.map(onSize) } : { ...(filter as Condition), field: 'size' }

const compare = (op: string, actual: number, value: number): boolean =>
  ({
    eq: actual === value,
    ne: actual !== value,
    gt: actual > value,
    gte: actual >= value,
    lt: actual < value,
    lte: actual <= value,
  })[op as 'eq']

function meets(thing: Thing, filter: Filter): boolean {
  if ('relation' in filter) return meetsRelation(thing, filter)
  if ('and' in filter) return filter.and.every((part) => meets(thing, part))
  if ('or' in filter) return filter.or.some((part) => meets(thing, part))
  const actual = thing[filter.field === 'own' ? 'size' : (filter.field as 'size' | 'name' | 'day')]
  const value = filter.value as number
  switch (filter.op) {
    case 'empty':
      return actual === null
    case 'notEmpty':
      return actual !== null
    case 'in':
      return (filter.value as string[]).includes(String(actual))
    case 'notIn':
      return !(filter.value as string[]).includes(String(actual))
    case 'inLast':
      return actual !== null && daysAgo(String(actual)) >= 0 && daysAgo(String(actual)) < value
    case 'notInLast':
      return actual === null || daysAgo(String(actual)) >= value
    case 'inNext':
      return actual !== null && daysAgo(String(actual)) <= 0 && daysAgo(String(actual)) > -value
    default:
      if (actual === null) return filter.op === 'ne'
      return compare(filter.op, actual as number, value)
  }
}
