import { describe, expect, test } from 'vitest'
import type { Filter } from '../../contract/index.ts'
import { manyRows, names, thingLists, things, withFilter } from './testing.ts'

const { tested, read, readMany } = thingLists()

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
