import { deflateSync } from 'node:zlib'
import { createLetterheadRoute, getLetterRoute } from '@peyvand/letters/contract'
import { createPartyRoute } from '@peyvand/parties/contract'
import { fiscalYearOf, localDate, localizeDigits, TEHRAN } from '@peyvand/persian'
import { texts as kitTexts } from '../packages/ui/src/texts.ts'
import { call, headersOf } from './support/caller.ts'
import { makeFirm } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const journeys = {
  'in Persian': { locale: 'fa', use: {}, text: 'با سلام، قیمت ورق Laser X1 به پیوست است.' },
  'in English': { locale: 'en', use: {}, text: 'Dear Sir, the price of فولاد X1 is enclosed.' },
  'on a phone': { locale: 'fa', use: phone, text: 'با سلام، قیمت ورق به پیوست است.' },
} as const

for (const [name, { locale, use, text: words }] of Object.entries(journeys)) {
  const t = wordsOf(locale)
  test.describe(name, () => {
    test.use(use)
    test(`a letter comes with its scan, is answered on the letterhead, and both stand in the book, ${name}`, async ({
      page,
      context,
      openAs,
    }) => {
      test.setTimeout(180_000)
      const { administrator } = await makeFirm('شرکت دبیرخانه', locale)
      await call(administrator, createPartyRoute, {
        body: { kind: 'organization', name: 'فولاد سپیدرود', groups: ['customers'] },
      })
      await call(administrator, createLetterheadRoute, {
        body: { name: 'سربرگ رسمی', opening: 'بسمه تعالی', title: 'شرکت دبیرخانه', footer: 'تهران' },
      })
      const digits = (number: string) => localizeDigits(number, locale)
      const year = fiscalYearOf(localDate(new Date(), TEHRAN))
      const incomingNo = digits(`${year}/1/1`)
      const outgoingNo = digits(`${year}/2/1`)

      await test.step('the incoming letter is registered beside its scan', async () => {
        await openAs(administrator, '/letters/new?direction=incoming')
        await page.getByRole('textbox', { name: t('activities.field.subject') }).fill('درخواست قیمت ورق')
        await page.getByRole('combobox', { name: t('letters.ui.sender') }).fill('سپیدرود')
        await page.getByRole('option', { name: /فولاد سپیدرود/ }).click()
        await page.getByRole('textbox', { name: t('letters.ui.senderNo') }).fill('۴۵/الف/۱۲۳')
        const chooser = page.waitForEvent('filechooser')
        await page.getByRole('button', { name: kitTexts[locale].chooseFiles }).click()
        await (await chooser).setFiles({ name: 'scan.png', mimeType: 'image/png', buffer: scan() })
        await expect(page.getByRole('img', { name: 'scan.png' })).toBeVisible()
        await page.getByRole('button', { name: t('files.rotate') }).click()
        await page.getByRole('button', { name: t('letters.ui.registerIt'), exact: true }).click()
        await expect(page.getByText(t('letters.ui.registered', { number: incomingNo }))).toBeVisible()
        await expect(page.getByRole('img', { name: 'scan.png' })).toBeVisible()
      })

      await test.step('the answer is written beside its paper and kept as a draft', async () => {
        await page.getByRole('link', { name: t('letters.ui.answer'), exact: true }).click()
        await expect(page.getByRole('textbox', { name: t('activities.field.subject') })).toHaveValue(
          'درخواست قیمت ورق',
        )
        const text = page.getByRole('textbox', { name: t('letters.ui.body') })
        await text.fill(words)
        await text.selectText()
        await page.getByRole('button', { name: t('letters.ui.mark.bold') }).click()
        await expect(text).toHaveValue(`**${words}**`)
        await expect(page.getByRole('img', { name: t('letters.ui.preview') })).toBeVisible()
        await page.getByRole('button', { name: t('letters.ui.saveDraft') }).click()
        await expect(page.getByText(t('letters.ui.draft'), { exact: true })).toBeVisible()
      })

      await test.step('it is issued with a number, its PDF opens and is kept', async () => {
        await page.getByRole('button', { name: t('letters.ui.issue'), exact: true }).click()
        const dialog = page.getByRole('dialog', { name: t('letters.ui.issue') })
        await dialog.getByRole('button', { name: t('letters.ui.issue'), exact: true }).click()
        await expect(page.getByText(t('letters.ui.issued', { number: outgoingNo }))).toBeVisible()
        await expect(page.getByRole('img', { name: t('letters.ui.paper') })).toBeVisible()
        const opened = context.waitForEvent('page')
        await page.getByRole('button', { name: t('letters.ui.openPdf') }).click()
        const pdf = await opened
        expect(pdf.url()).toContain('blob:')
        await pdf.close()
        const id = page.url().split('/').at(-1) as string
        const answer = await fetch(`${administrator.address}/api/v1/letters/${id}/paper`, {
          headers: headersOf(administrator),
        })
        expect(
          Buffer.from(await answer.arrayBuffer())
            .subarray(0, 5)
            .toString(),
        ).toBe('%PDF-')
        await expect
          .poll(async () => (await call(administrator, getLetterRoute, { params: { id } })).finalFile?.type)
          .toBe('application/pdf')
      })

      await test.step('both letters know each other and stand in the register book', async () => {
        await page.getByRole('link', { name: incomingNo }).click()
        await expect(page.getByRole('heading', { name: 'درخواست قیمت ورق' })).toBeVisible()
        await expect(page.getByRole('link', { name: outgoingNo })).toBeVisible()
        await page.goto(`${administrator.address}/letter-book`)
        const book = page.getByRole('main')
        await expect(book.getByText(incomingNo)).toBeVisible()
        await expect(book.getByText(outgoingNo)).toBeVisible()
        await expect(book.getByText('فولاد سپیدرود')).toHaveCount(2)
      })
    })
  })
}

/** A grey picture of 60 × 80 points, as a scanner would send. */
function scan(): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const size = Buffer.alloc(4)
    size.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc(body))
    return Buffer.concat([size, body, sum])
  }
  const head = Buffer.from([0, 0, 0, 60, 0, 0, 0, 80, 8, 0, 0, 0, 0])
  const rows = Buffer.alloc(80 * 61, 200)
  for (let row = 0; row < 80; row++) rows[row * 61] = 0
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc(data: Buffer): number {
  let value = 0xffffffff
  for (const byte of data) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return (value ^ 0xffffffff) >>> 0
}
