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
  })
}
