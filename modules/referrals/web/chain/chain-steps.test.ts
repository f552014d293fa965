import { expect, test } from 'vitest'
import type { Referral } from '../../contract/index.ts'
import { chainTree } from './chain-steps.ts'

const step = (id: string, parentId: string | null) => ({ id, parentId }) as Referral

test('steps stand below what they came from, in their order', () => {
  const [root, ...others] = chainTree([step('a', null), step('b', 'a'), step('c', 'a'), step('d', 'b')])
  expect(others).toEqual([])
  expect(root?.children.map(({ referral }) => referral.id)).toEqual(['b', 'c'])
  expect(root?.children[0]?.children.map(({ referral }) => referral.id)).toEqual(['d'])
})

test('a step whose parent is closed to the reader stands at the top', () => {
  expect(chainTree([step('b', 'hidden')]).map(({ referral }) => referral.id)).toEqual(['b'])
})
