import { describe, expect, test } from 'vitest'
import type { Pipeline } from '../../contract/index.ts'
import { deal, firm, move } from './selling-firm.ts'

/** Pipelines and their stages; deals are moved by them before. */
export function testPipelines(): void {
  describe('a pipeline', () => {
    test('asks at a stage for fields and ticks, all told at once, and lets the deal in with them', async () => {
      const item = { id: '0197a000-0000-7000-8000-000000000001', label: 'تأیید مدیر' }
      const stages = firm.pipeline.stages.map((one) =>
        one.name === 'مذاکره'
          ? { ...one, requiredFields: ['amount', 'expectedCloseOn'], checklist: [item] }
          : one,
      )
      expect(
        (
          await firm.seller.patch(`/pipelines/${firm.pipeline.id}`, {
            version: firm.pipeline.version,
            stages,
          })
        ).status,
      ).toBe(403)
      const changed = await firm.leader.patch<Pipeline>(`/pipelines/${firm.pipeline.id}`, {
        version: firm.pipeline.version,
        stages,
      })
      expect(changed.status).toBe(200)
      firm.pipeline = changed.body
      const one = await deal('فروش با شرط', { amount: '100' })
      expect((await move(one, 'مذاکره')).body).toMatchObject({
        code: 'pipeline.stageAsks',
        errors: [
          { path: 'expectedCloseOn', code: 'required' },
          { path: `checked.${item.id}`, code: 'pipeline.unchecked' },
        ],
      })
      const moved = await move(one, 'مذاکره', { expectedCloseOn: '2026-12-22', checked: [item.id] })
      expect(moved.body).toMatchObject({
        expectedCloseOn: '2026-12-22',
        checked: [item.id],
        checklist: [item],
      })
    })

    test('keeps the stages that have deals, lets go of others and needs an open, a won and a lost one', async () => {
      const without = (name: string) => ({
        version: firm.pipeline.version,
        stages: firm.pipeline.stages.filter((one) => one.name !== name),
      })
      expect(
        (await firm.leader.patch(`/pipelines/${firm.pipeline.id}`, without('مذاکره'))).body,
      ).toMatchObject({
        code: 'pipeline.stageInUse',
      })
      expect((await firm.leader.patch(`/pipelines/${firm.pipeline.id}`, without('فروش موفق'))).status).toBe(
        400,
      )
      const smaller = await firm.leader.patch<Pipeline>(`/pipelines/${firm.pipeline.id}`, without('معلق'))
      expect(smaller.body.stages).toHaveLength(6)
      const archive = { version: smaller.body.version, archived: true }
      expect((await firm.leader.patch(`/pipelines/${firm.pipeline.id}`, archive)).body).toMatchObject({
        code: 'pipeline.lastOne',
      })
    })
  })
}
