import type { Caller } from '@peyvand/identity/testing'
import { localDate } from '@peyvand/persian'
import { describe, expect, test } from 'vitest'
import type { ForecastColumn } from '../../contract/index.ts'
import { forecastSpans } from '../forecast-spans.ts'
import { clock, deal, filtered, firm, move, sumsOf } from './selling-firm.ts'

/** The board and the forecast. */
export function testOverviews(): void {
  describe('the board', () => {
    test('sums what the caller sees by stage, weighs it and follows the filters', async () => {
      const before = await sumsOf(firm.seller, filtered({ field: 'priority', op: 'in', value: ['urgent'] }))
      expect(Object.values(before).every(({ count }) => count === 0)).toBe(true)
      await deal('فوری یک', { amount: '1000001', priority: 'urgent' })
      await deal('فوری دو', {
        amount: '2000000',
        priority: 'urgent',
        nextFollowUpAt: '2026-11-20T08:00:00.000Z',
      })
      await deal('فوری دیگری', { amount: '7', priority: 'urgent' }, firm.leader)
      const urgent = filtered({ field: 'priority', op: 'in', value: ['urgent'] })
      expect((await sumsOf(firm.seller, urgent))['شناسایی نیاز']).toEqual({
        count: 2,
        overdue: 1,
        today: 0,
        unplanned: 1,
        amount: '3000001',
        weighted: '300000',
      })
      expect((await sumsOf(firm.leader, urgent))['شناسایی نیاز']).toMatchObject({
        count: 3,
        amount: '3000008',
      })
      expect((await firm.stranger.get(`/deals/board?pipelineId=${firm.pipeline.id}`)).status).toBe(404)
      expect(Object.keys(await sumsOf(firm.seller))).not.toContain('فروش موفق')
    })
  })

  describe('the forecast', () => {
    test('sums running deals by Jalali month of expected close, weighted by their stages', async () => {
      const spans = forecastSpans(localDate(new Date(clock.start + clock.minutes * 60_000)))
      const [late, present, next] = spans
      const at = (title: string, expectedCloseOn: string | null | undefined, amount: string) =>
        deal(title, { expectedCloseOn, amount, priority: 'high' })
      await at('دیرشده', late?.to, '7')
      await at('این ماه', present?.to, '1001')
      await move(await at('این ماه در مذاکره', present?.from, '1001'), 'مذاکره')
      await at('ماه بعد', next?.from, '5')
      await at('سال بعد', spans.at(-1)?.from, '3')
      await at('بی‌تاریخ', null, '2')
      const high = filtered({ field: 'priority', op: 'in', value: ['high'] })
      const asked = (by: Caller) =>
        by.get<{ columns: ForecastColumn[] }>(`/deals/forecast?pipelineId=${firm.pipeline.id}${high}`)
      const { columns } = (await asked(firm.seller)).body
      expect(columns.map(({ kind, count, amount, weighted }) => [kind, count, amount, weighted])).toEqual([
        ['overdue', 1, '7', '0'],
        // A tenth of 1001 and three quarters of it, each rounded down.
        ['month', 2, '2002', '850'],
        ['month', 1, '5', '0'],
        ...Array.from({ length: 4 }, () => ['month', 0, '0', '0']),
        ['later', 1, '3', '0'],
        ['none', 1, '2', '0'],
      ])
      expect(forecastSpans('2026-11-24').slice(0, 3)).toEqual([
        { kind: 'overdue', from: null, to: '2026-11-23' },
        { kind: 'month', from: '2026-11-24', to: '2026-12-21' },
        { kind: 'month', from: '2026-12-22', to: '2027-01-20' },
      ])
      expect((await asked(firm.colleague)).body.columns.every(({ count }) => count === 0)).toBe(true)
      expect((await asked(firm.stranger)).status).toBe(404)
    })
  })
}
