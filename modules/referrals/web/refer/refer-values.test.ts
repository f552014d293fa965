import { expect, test } from 'vitest'
import { CreateReferral } from '../../contract/index.ts'
import { emptyRefer, referBody, teamKey, userKey } from './refer-values.ts'

const user = '01998f2e-1111-7000-8000-000000000001'
const team = '01998f2e-1111-7000-8000-000000000002'
const activityId = '01998f2e-1111-7000-8000-000000000003'

test('receivers go as users and teams, an empty note as none', () => {
  const values = {
    ...emptyRefer,
    to: [
      { id: userKey(user), label: 'سارا' },
      { id: teamKey(team), label: 'فروش' },
    ],
    note: '  ',
  }
  const parsed = CreateReferral.parse(referBody(values, { activityId }))
  expect(parsed.to).toEqual([{ userId: user }, { teamId: team }])
  expect(parsed.note).toBeNull()
  expect(parsed.activityId).toBe(activityId)
})

test('without a receiver nothing can be referred', () => {
  expect(CreateReferral.safeParse(referBody(emptyRefer, { activityId })).success).toBe(false)
})
