import { expect, test } from 'vitest'
import { fileIndex } from './file-index.ts'

test('every record of a large file is found by each of its keys, and by no other', () => {
  const index = fileIndex()
  const recordOf = (n: number) => ({
    id: `row:${n}:0`,
    kind: 'person',
    keys: [`mobile:+98912${n}`, `name:person:نام ${n % 1000}`],
    changeable: true,
  })
  for (let n = 0; n < 20_000; n += 1) index.add(recordOf(n))
  for (const n of [0, 1, 4095, 4096, 19_999]) expect(index.having(`mobile:+98912${n}`)).toEqual([recordOf(n)])
  expect(index.having('name:person:نام 7').map(({ id }) => id)).toEqual(
    Array.from({ length: 20 }, (_, lap) => `row:${lap * 1000 + 7}:0`),
  )
  expect(index.having('mobile:+98912x')).toEqual([])
})

test('a record longer than a page of the store is kept whole', () => {
  const index = fileIndex()
  const long = {
    id: 'row:1:0',
    kind: 'person',
    keys: [`name:person:${'م'.repeat(600_000)}`],
    changeable: true,
  }
  index.add(long)
  index.add({ id: 'row:2:0', kind: 'person', keys: ['mobile:1'], changeable: true })
  expect(index.having(long.keys[0] ?? '')).toEqual([long])
  expect(index.having('mobile:1').map(({ id }) => id)).toEqual(['row:2:0'])
})
