import type { Caller } from '@peyvand/identity/testing'
import { describe, expect, test } from 'vitest'
import type { Deal } from '../../contract/index.ts'
import { deal, firm, move, stage, tested } from './selling-firm.ts'

/** Changes of many deals. */
export function testManyDeals(): void {
  describe('many deals at once', () => {
    test('get an owner or a stage where it lets them in, by those who may, and back by undo', async () => {
      const ready = await deal('آمادهٔ بستن', { amount: '5' })
      const foreign = await deal('فرصت دیگری', {}, firm.leader)
      const selection = { ids: [ready.id, foreign.id] }
      const bulk = (by: Caller, action: object) =>
        by.post<{ operationId: string; errors?: object[] }>('/deals/bulk', { selection, action })
      const toLost = { type: 'move', stageId: stage('از دست رفته').id }
      expect((await bulk(firm.seller, toLost)).status).toBe(403)
      expect((await bulk(firm.leader, toLost)).body.errors).toMatchObject([{ path: 'action.lostReasonId' }])
      const started = await bulk(firm.leader, { ...toLost, lostReasonId: firm.reasons['price'] })
      await tested.runJobs()
      const outcomeOf = async ({ id }: Deal) => (await firm.leader.get<Deal>(`/deals/${id}`)).body.outcome
      expect([await outcomeOf(ready), await outcomeOf(foreign)]).toEqual(['lost', 'lost'])
      const again = (await firm.seller.get<Deal>(`/deals/${ready.id}`)).body
      await move(again, 'مذاکره')
      const { body: shown } = await firm.leader.get(`/undo/${started.body.operationId}`)
      expect(shown).toMatchObject({ preview: { takesBack: 1, stays: 1 } })
      expect((await firm.leader.post(`/operations/${started.body.operationId}/undo`)).status).toBe(202)
      await tested.runJobs()
      expect((await firm.leader.get<Deal>(`/deals/${foreign.id}`)).body).toMatchObject({
        stage: { name: 'شناسایی نیاز' },
        lostReason: null,
      })
    })

    test('get an owner and a follow-up, and each its own back, but for what was changed since', async () => {
      const first = await deal('یک', { nextFollowUpAt: '2027-01-01T08:00:00.000Z' })
      const [second, third] = [await deal('دو'), await deal('سه', {}, firm.leader)]
      const selection = { ids: [first.id, second.id, third.id] }
      const factsOf = async () => {
        const found = await Promise.all(
          selection.ids.map(async (id) => (await firm.leader.get<Deal>(`/deals/${id}`)).body),
        )
        return found.map(({ owner, nextFollowUpAt }) => [owner?.id, nextFollowUpAt])
      }
      const before = await factsOf()
      const bulk = async (action: object) => {
        const { body } = await firm.leader.post<{ operationId: string }>('/deals/bulk', { selection, action })
        await tested.runJobs()
        return body.operationId
      }
      const [sellerId, leaderId] = [before[0]?.[0], before[2]?.[0]]
      const given = await bulk({ type: 'reassign', ownerId: leaderId })
      const at = '2027-02-02T08:00:00.000Z'
      const planned = await bulk({ type: 'followUp', at })
      expect(await factsOf()).toEqual(selection.ids.map(() => [leaderId, at]))
      const { version } = (await firm.leader.get<Deal>(`/deals/${second.id}`)).body
      await firm.leader.patch(`/deals/${second.id}`, { version, nextFollowUpAt: null })
      // The third was the leader's all along.
      const previews = [
        [planned, { takesBack: 2, stays: 1 }],
        [given, { takesBack: 2, stays: 0 }],
      ] as const
      for (const [id, preview] of previews) {
        expect((await firm.leader.get(`/undo/${id}`)).body).toMatchObject({ preview })
        await firm.leader.post(`/operations/${id}/undo`)
        await tested.runJobs()
      }
      expect(sellerId).not.toBe(leaderId)
      expect(await factsOf()).toEqual(before)
    })
  })
}
