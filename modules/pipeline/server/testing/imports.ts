import { Readable } from 'node:stream'
import { finishUpload, storeContent } from '@peyvand/files/server'
import type { ImportSummary } from '@peyvand/imports/contract'
import type { UndoPreview } from '@peyvand/platform/contract'
import { describe, expect, test } from 'vitest'
import type { DealRow } from '../../contract/index.ts'
import { clock, deal, filtered, firm, made, tested } from './selling-firm.ts'

interface ImportAnswer extends ImportSummary {
  version: number
  operationId: string
  newValues: Record<string, string[]>
  errors: { row: number; column: string; code: string; message: string }[]
}

async function runImport(lines: readonly string[], settings: object = {}): Promise<ImportAnswer> {
  const content = Readable.from([Buffer.from(lines.join('\n'))])
  const fileId = await storeContent(tested.app, firm.admin, { name: 'فرصت‌ها.csv', content })
  await tested.committed(firm.admin, (ctx) => finishUpload(ctx, fileId))
  const { id, version } = await made<ImportAnswer>(firm.api, '/imports', { fileId, record: 'deals' })
  await firm.api.patch(`/imports/${id}`, { version, settings })
  for (const step of ['check', 'run']) {
    await firm.api.post(`/imports/${id}/${step}`)
    await tested.runJobs()
  }
  return (await firm.api.get<ImportAnswer>(`/imports/${id}`)).body
}

async function imported() {
  const query = `?sort=number${filtered({ field: 'origin', op: 'in', value: ['import'] })}`
  const { items } = (await firm.leader.get<{ items: DealRow[] }>(`/deals${query}`)).body
  return items.map((row) => ({
    title: row.title,
    party: row.party.name,
    stage: row.stage.name,
    amount: row.amount,
    owner: row.owner?.name,
    closed: row.closedAt?.slice(0, 10) ?? null,
  }))
}

const undo = async (operationId: string) => {
  expect((await firm.api.post(`/operations/${operationId}/undo`)).status).toBe(202)
  await tested.runJobs()
}

/** Deals of files. */
export function testImports(): void {
  describe('a file of deals', () => {
    test('brings them to their customers, stages and owners, moves known ones, and all is taken back', async () => {
      const organization = { kind: 'organization', name: 'پتروشیمی البرز', groups: [] }
      await made(firm.leader, '/parties', { ...organization, legalNationalId: '10100947240' })
      await made(firm.leader, '/parties', {
        kind: 'person',
        firstName: 'نیلوفر',
        lastName: 'راد',
        contactPoints: [{ type: 'mobile', value: '09121110022' }],
        groups: [],
      })
      const known = await deal('خرید آشنا', { amount: '5000' })
      const first = await runImport([
        'عنوان فرصت,مشتری,مرحله,احتمال,مبلغ,مسئول,نحوهٔ آشنایی,دلیل از دست رفتن,تاریخ بسته شدن',
        'خرید رایانه,شرکت آذر,مذاکره,,"۱۲٬۵۰۰٬۰۰۰ تومان",سارا فروش,جشنوارهٔ پاییز,,',
        'تمدید پشتیبانی,۱۰۱۰۰۹۴۷۲۴۰,,٪۸۰,2000,,,,',
        'فروش کهنه,۰۹۱۲ ۱۱۱ ۰۰۲۲,از دست رفته,,,,,قیمت,۱۴۰۵/۰۱/۱۵',
        'بی‌دلیل,شرکت آذر,از دست رفته,,,,,,',
        'بی‌مشتری,شرکت ناپیدا,,,,,,,',
        'بی‌مرحله,شرکت آذر,مرحلهٔ ناپیدا,,,,,,',
        'خرید رایانه,شرکت آذر,,,7,,,,',
        'خرید آشنا,شرکت آذر,,,7,,,,',
      ])
      expect(first.counts).toEqual({ rows: 8, new: 3, updated: 0, duplicates: 2, invalid: 3 })
      expect(first.newValues).toEqual({ sources: ['جشنوارهٔ پاییز'] })
      expect(first.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
        [5, '', 'pipeline.rowLacks'],
        [6, 'مشتری', 'parties.partyUnknown'],
        [7, 'مرحله', 'option'],
      ])
      expect(first.errors[0]?.message).toBe(
        'مرحلهٔ «از دست رفته» «دلیل از دست رفتن» را لازم دارد و در ردیف نیامده است.',
      )
      const sara = 'سارا فروش'
      const { name: admin } = firm.admin
      expect(await imported()).toEqual(
        [
          ['خرید رایانه', 'شرکت آذر', 'مذاکره', '125000000', sara, null],
          ['تمدید پشتیبانی', 'پتروشیمی البرز', 'مذاکره', '2000', admin, null],
          ['فروش کهنه', 'نیلوفر راد', 'از دست رفته', null, admin, '2026-04-03'],
        ].map(([title, party, stage, amount, owner, closed]) => ({
          title,
          party,
          stage,
          amount,
          owner,
          closed,
        })),
      )

      const stored = async () => {
        const { body } = await firm.seller.get<DealRow>(`/deals/${known.id}`)
        return { amount: body.amount, stage: body.stage.name, outcome: body.outcome }
      }
      clock.minutes += 1
      const again = await runImport(
        ['شماره,مرحله,مبلغ,دلیل از دست رفتن', `${known.number},از دست رفته,9000,قیمت`],
        { duplicates: 'overwrite' },
      )
      expect(again.counts).toMatchObject({ updated: 1, new: 0, invalid: 0 })
      expect(await stored()).toEqual({ amount: '9000', stage: 'از دست رفته', outcome: 'lost' })
      await undo(again.operationId)
      expect(await stored()).toEqual({ amount: '5000', stage: 'شناسایی نیاز', outcome: 'open' })

      clock.minutes += 1
      const [changed] = (await firm.leader.get<{ items: DealRow[] }>('/deals?q=رایانه')).body.items
      await firm.leader.patch(`/deals/${changed?.id}`, { version: changed?.version, amount: '1' })
      const { body } = await firm.api.get<{ preview: UndoPreview }>(`/undo/${first.operationId}`)
      expect(body.preview).toMatchObject({
        takesBack: 2,
        stays: 1,
        examples: [{ name: 'خرید رایانه', reason: 'changed', fields: ['مبلغ'] }],
      })
      await undo(first.operationId)
      expect((await imported()).map(({ title }) => title)).toEqual(['خرید رایانه'])
    })
  })
}
