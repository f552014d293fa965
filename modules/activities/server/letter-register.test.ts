import { aFirm } from '@peyvand/identity/testing'
import { callerOf, listUrl } from '@peyvand/parties/testing'
import { testApp } from '@peyvand/platform/testing'
import { describe, expect, test } from 'vitest'
import type { Activity } from '../contract/index.ts'
import { createActivity } from './create-activity.ts'
import { idsOf, recorded } from './testing.ts'

const now = '2026-11-22T09:00:00.000Z'
const tested = testApp({ now: () => new Date(now) })

describe('the register of letters', () => {
  test('numbers run without gaps through letters recorded at once and one that failed', async () => {
    const { actor, caller } = await anotherFirm()
    const letter = { kind: 'letter', direction: 'incoming', subject: 'وارده' } as const
    await Promise.all([1, 2, 3].map(() => recorded(caller, letter)))
    const failure = tested.committed(actor, async (ctx) => {
      await createActivity(ctx, letter)
      throw new Error('fails after the number was given')
    })
    await expect(failure).rejects.toThrow('fails after')
    await recorded(caller, letter)
    const { body } = await caller.get<{ items: Activity[] }>('/activities?kind=letter')
    expect(body.items.map(({ number }) => String(number)).sort()).toEqual([
      '1405/1/1',
      '1405/1/2',
      '1405/1/3',
      '1405/1/4',
    ])
  })

  test('an outgoing letter gets its number when it is done, and keeps it', async () => {
    const { caller } = await anotherFirm()
    const draft = await recorded(caller, {
      kind: 'letter',
      direction: 'outgoing',
      subject: 'صادره',
      status: 'planned',
    })
    expect(draft.letter?.registryNo).toBeNull()
    const done = (
      await caller.post<Activity>(`/activities/${draft.id}/transitions`, {
        action: 'finish',
        version: draft.version,
      })
    ).body
    expect(done.letter).toMatchObject({ registryNo: '1405/2/1', registeredAt: now })
    const edited = (
      await caller.patch<Activity>(`/activities/${draft.id}`, {
        version: done.version,
        letter: { enclosures: 4 },
      })
    ).body
    expect(edited.letter).toMatchObject({ registryNo: '1405/2/1', enclosures: 4 })
    expect(await idsOf(caller, listUrl('/activities', { q: '1405/2/1' }))).toEqual([draft.id])
  })

  async function anotherFirm() {
    const actor = await aFirm(tested.app)
    return { actor, caller: await callerOf(tested, actor) }
  }
})
