import { describe, expect, test } from 'vitest'
import type { Filter } from '../../contract/index.ts'
import { names, thingLists, things, withFilter } from './testing.ts'
import { meets } from './testing-meaning.ts'

const { summarize, found } = thingLists()

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
