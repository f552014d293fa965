import type { Activity, ActivityRow } from '@peyvand/activities/contract'
import type { PartyFile } from '@peyvand/parties/contract'
import type { SearchHit } from '@peyvand/platform/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Deal } from '../../contract/index.ts'
import { clock, deal, filtered, firm, made, move, titles } from './selling-firm.ts'

/** What a deal is and does. */
export function testDeals(): void {
  describe('a deal', () => {
    test('begins in the first stage, and is seen by its owner, who leads and nobody else', async () => {
      const one = await deal('فروش چاپگر', { amount: '50000000' })
      expect(one).toMatchObject({ number: 'D-00001', outcome: 'open', stage: { name: 'شناسایی نیاز' } })
      expect(await titles(firm.seller)).toEqual(['فروش چاپگر'])
      expect(await titles(firm.leader)).toEqual(['فروش چاپگر'])
      expect(await titles(firm.colleague)).toEqual([])
      expect(await titles(firm.stranger)).toEqual([])
      for (const other of [firm.colleague, firm.stranger]) {
        expect((await other.get(`/deals/${one.id}`)).status).toBe(404)
        expect((await move(one, 'مذاکره', {}, other)).status).toBe(404)
      }
      const hits = await firm.seller.get<{ items: SearchHit[] }>(`/search?q=${encodeURIComponent('چاپگر')}`)
      expect(hits.body.items).toMatchObject([{ type: 'deals', id: one.id }])
      const file = (await firm.seller.get<PartyFile>(`/parties/${firm.party.id}/file`)).body
      expect(file.counts).toMatchObject({ deals: 1, dealOpened: 1 })
    })

    test('moves in one step, keeps its stays, and a move on an older state is refused', async () => {
      const one = await deal('قرارداد پشتیبانی')
      clock.minutes = 90
      const moved = (await move(one, 'پیش‌فاکتور')).body
      expect(moved).toMatchObject({ stage: { name: 'پیش‌فاکتور' }, version: one.version + 1 })
      clock.minutes = 100
      expect((await move(one, 'مذاکره')).body.code).toBe('versionConflict')
      const now = (await firm.seller.get<Deal>(`/deals/${one.id}`)).body
      expect(now.stays.map((stay) => [stay.stage.name, stay.seconds])).toEqual([
        ['شناسایی نیاز', 5400],
        ['پیش‌فاکتور', 600],
      ])
      const { body } = await firm.seller.get<{ items: { changes: { field: string }[] }[] }>(
        `/deals/${one.id}/changes`,
      )
      expect(body.items[0]?.changes.map(({ field }) => field)).toEqual(['stageId'])
    })

    test('has stays that follow each other and together last as long as the deal, however it moves', async () => {
      // Of a customer of its own: later tests count what the file of the other tells.
      const customer = { kind: 'person', firstName: 'مینا', lastName: 'پرکار', groups: [] }
      const { id: partyId } = await made<{ id: string }>(firm.seller, '/parties', customer)
      // One stage is kept empty: a later test lets go of it.
      const stages = firm.pipeline.stages.filter(({ name }) => name !== 'معلق')
      const anywhere = fc.array(fc.record({ to: fc.nat(5), after: fc.nat(10_000) }), { maxLength: 8 })
      await fc.assert(
        fc.asyncProperty(anywhere, async (moves) => {
          let one = await deal('فروش پرحرکت', { partyId })
          const beganAt = clock.minutes
          for (const { to, after } of moves) {
            clock.minutes += after
            const name = stages[to]?.name ?? ''
            const answer = await move(one, name, { lostReasonId: firm.reasons['price'] })
            expect(answer.status).toBe(200)
            one = answer.body
          }
          clock.minutes += 5
          const { stays } = (await firm.seller.get<Deal>(`/deals/${one.id}`)).body
          expect(stays.reduce((sum, { seconds }) => sum + seconds, 0)).toBe((clock.minutes - beganAt) * 60)
          for (const [index, { enteredAt }] of stays.slice(1).entries())
            expect(stays[index]?.leftAt).toBe(enteredAt)
          expect(stays.at(-1)).toMatchObject({ leftAt: null, stage: one.stage })
        }),
        { numRuns: 6 },
      )
    })

    test('is lost with a reason only, tells so in the file, and opens again without one', async () => {
      const one = await deal('فروش سرور')
      const refused = await move(one, 'از دست رفته')
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'pipeline.stageAsks', errors: [{ path: 'lostReasonId', code: 'required' }] },
      })
      const rival = await made<{ id: string }>(firm.seller, '/parties', {
        kind: 'organization',
        name: 'رقیب بزرگ',
        groups: [],
      })
      const lost = (
        await move(one, 'از دست رفته', { lostReasonId: firm.reasons['price'], lostToId: rival.id })
      ).body
      expect(lost).toMatchObject({
        outcome: 'lost',
        lostTo: { name: 'رقیب بزرگ' },
        competitors: [{ name: 'رقیب بزرگ' }],
      })
      expect(lost.closedAt).not.toBeNull()
      const won = filtered({ and: [{ field: 'competitor', op: 'in', value: [rival.id] }] })
      expect(await titles(firm.seller, won)).toEqual(['فروش سرور'])
      const counts = async () =>
        (await firm.seller.get<PartyFile>(`/parties/${firm.party.id}/file`)).body.counts
      expect(await counts()).toMatchObject({ dealLost: 1 })
      const again = (await move(lost, 'مذاکره')).body
      expect(again).toMatchObject({ outcome: 'open', lostReason: null, closedAt: null })
      expect((await counts())['dealLost']).toBeUndefined()
    })

    test('is given to a colleague by its owner, who does not see it any more', async () => {
      const one = await deal('فروش سپرده')
      const gift = { version: one.version, ownerId: firm.colleagueId }
      const given = await firm.seller.patch<Deal>(`/deals/${one.id}`, gift)
      expect(given).toMatchObject({ status: 200, body: { can: { update: false } } })
      expect((await firm.seller.get(`/deals/${one.id}`)).status).toBe(404)
      expect(await titles(firm.colleague)).toEqual(['فروش سپرده'])
    })

    test('lies in the bin until it is restored, out of the file meanwhile', async () => {
      const one = await deal('فروش اشتباه')
      expect((await firm.colleague.delete(`/deals/${one.id}`)).status).toBe(404)
      expect((await firm.seller.delete(`/deals/${one.id}`)).status).toBe(204)
      expect(await titles(firm.seller)).not.toContain('فروش اشتباه')
      expect((await firm.seller.post(`/deals/${one.id}/restore`, {})).status).toBe(200)
      expect(await titles(firm.seller)).toContain('فروش اشتباه')
      expect((await firm.seller.delete(`/deals/${one.id}`)).status).toBe(204)
    })

    test('is what activities are about, for those who see it', async () => {
      const one = await deal('فروش با پیگیری', { nextFollowUpAt: '2026-11-22T08:00:00.000Z' })
      const activity = await made<Activity>(firm.seller, '/activities', {
        kind: 'task',
        subject: 'تماس دربارهٔ پیشنهاد',
        parties: [],
        targets: [{ type: 'deals', id: one.id }],
      })
      expect(activity.targets).toMatchObject([{ type: 'deals', id: one.id, name: 'فروش با پیگیری' }])
      const about = await firm.leader.get<{ items: ActivityRow[] }>(`/activities?target=deals:${one.id}`)
      expect(about.body.items.map(({ subject }) => subject)).toEqual(['تماس دربارهٔ پیشنهاد'])
      const refused = await firm.colleague.post('/activities', {
        kind: 'task',
        subject: 'دیده نمی‌شود',
        parties: [],
        targets: [{ type: 'deals', id: one.id }],
      })
      expect(refused.status).toBe(400)
      const steps = (await firm.seller.get<PartyFile>(`/parties/${firm.party.id}/file`)).body.nextSteps
      expect(steps).toMatchObject([{ subjectType: 'deals', subjectId: one.id, overdue: true }])
    })
  })
}
