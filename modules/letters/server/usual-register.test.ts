import type { Direction } from '@peyvand/activities/contract'
import { describe, expect, test } from 'vitest'
import { usualRegister } from './usual-register.ts'

const register = (
  id: string,
  directions: Direction[],
  { teamId = null as string | null, archivedAt = null as string | null } = {},
) => ({ id, directions, teamId, archivedAt })

const firm = [
  register('closed', ['incoming'], { archivedAt: '2026-01-01' }),
  register('shiraz', ['incoming', 'outgoing'], { teamId: 'shiraz' }),
  register('incoming', ['incoming']),
  register('outgoing', ['outgoing']),
  register('internal', ['internal'], { teamId: 'tehran' }),
]

describe('the register of a letter that names none', () => {
  test.each([
    ['of the writer’s team before that of the firm', 'incoming', ['shiraz'], 'shiraz'],
    ['of the firm for everybody else', 'incoming', ['tabriz'], 'incoming'],
    ['of the firm where nobody writes in person', 'outgoing', [], 'outgoing'],
    ['of another team where there is no other', 'internal', ['shiraz'], 'internal'],
  ] as const)('is the one %s', (_, direction, teamIds, id) => {
    expect(usualRegister(firm, { direction, teamIds })?.id).toBe(id)
  })

  test('is none where no open register takes letters of the class', () => {
    expect(
      usualRegister([firm[0] as (typeof firm)[0]], { direction: 'incoming', teamIds: [] }),
    ).toBeUndefined()
  })
})
