import { expect, test } from 'vitest'
import { testApp } from '../testing/index.ts'
import { systemActor } from './actor.ts'
import { formatNumber, nextNumber, nextNumbers } from './numbering.ts'

const tested = testApp()
const actor = systemActor({ tenantId: 71, name: 'شرکت', timeZone: 'Asia/Tehran', moneyUnit: 'rial' })

test('numbers drawn at the same time are neither repeated nor missing', async () => {
  const drawn = await Promise.all(
    Array.from({ length: 40 }, () => tested.committed(actor, (ctx) => nextNumber(ctx, 'letters', '1405'))),
  )
  expect(drawn.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
})

test('a number drawn in a change that fails is drawn again', async () => {
  const draw = (fail: boolean) =>
    tested.committed(actor, async (ctx) => {
      const number = await nextNumber(ctx, 'faxes')
      if (fail) throw new Error('failed')
      return number
    })
  expect(await draw(false)).toBe(1)
  await expect(draw(true)).rejects.toThrow('failed')
  expect(await draw(false)).toBe(2)
})

test('each period has numbers of its own, and bulk work draws many at once', async () => {
  expect(await tested.committed(actor, (ctx) => nextNumbers(ctx, 'bulk', 3, '1405'))).toEqual([1, 2, 3])
  expect(await tested.committed(actor, (ctx) => nextNumbers(ctx, 'bulk', 2, '1405'))).toEqual([4, 5])
  expect(await tested.committed(actor, (ctx) => nextNumber(ctx, 'bulk', '1406'))).toBe(1)
})

test.each([
  ['C-{n:5}', 42, '', 'C-00042'],
  ['{y}/{n}', 7, '1405', '1405/7'],
  ['{n:2}', 123, '', '123'],
])('the pattern %s shows %i as %s%s', (pattern, number, period, shown) => {
  expect(formatNumber(pattern, number, period)).toBe(shown)
})
