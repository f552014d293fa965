import { expect, test } from 'vitest'
import type { Team } from '../../contract/index.ts'
import { teamAndBelow, teamTree } from './team-tree.ts'

const team = (id: string, parentId: string | null, name = id): Team => ({
  id,
  name,
  parentId,
  members: [],
  version: 1,
})
const teams = [team('b', null, 'پشتیبانی'), team('a', null, 'اداری'), team('c', 'b'), team('d', 'c')]

test('teams stand under their parents, in the order of the alphabet', () => {
  const tree = teamTree(teams, () => '')
  expect(tree.map(({ label }) => label)).toEqual(['اداری', 'پشتیبانی'])
  expect(tree[1]?.children?.[0]?.children?.[0]?.id).toBe('d')
})

test('a team with all below it is where it cannot be moved to', () => {
  expect([...teamAndBelow(teams, 'b')].toSorted()).toEqual(['b', 'c', 'd'])
  expect([...teamAndBelow(teams, 'a')]).toEqual(['a'])
})
