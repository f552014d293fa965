import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Condition, Filter, RelationCondition } from '../../contract/index.ts'
import { names, thingLists, things, withFilter } from './testing.ts'
import { meets } from './testing-meaning.ts'

const { read, found, foundEach } = thingLists()

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
