import { createPartyRoute } from '@peyvand/parties/contract'
import { call } from './support/caller.ts'
import { issue, makeCatalogue, totalOf } from './support/documents.ts'
import { makeFirm } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const t = wordsOf('fa')
const lineCount = 200
const customer = 'بازرگانی سپهر آریا'

test('a quote of 200 pasted lines is written by keyboard, accepted by its link and becomes order, proforma and invoice', async ({
  page,
  context,
  openAs,
}) => {
  test.setTimeout(240_000)
  const { administrator } = await makeFirm('شرکت فروش')
  const codes = await makeCatalogue(administrator)
  await call(administrator, createPartyRoute, {
    body: { kind: 'organization', name: customer, groups: ['customers'] },
  })
  const lines = Array.from({ length: lineCount }, (_, at) => `${codes[at % codes.length]}\t${(at % 7) + 1}`)
  const cell = (row: number, column: number) => page.locator(`[data-at="${row}:${column}"]`)

  await test.step('lines are pasted; what no product is known by is mended in its cell', async () => {
    await openAs(administrator, '/documents/new?kind=quote')
    await page.getByRole('combobox', { name: t('documents.party.sales') }).fill('سپهر')
    await page.getByRole('option', { name: customer }).click()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate((text) => navigator.clipboard.writeText(text), lines.with(1, 'گم\t۴').join('\n'))
    await cell(0, 0).focus()
    await page.keyboard.press('Control+V')
    await expect(cell(1, 0)).toHaveAttribute('aria-invalid', 'true')
    await expect(cell(lineCount, 0)).toBeAttached()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type(codes[1] ?? '')
    await expect(page.getByRole('option', { name: 'کالای ۲', exact: false }).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(cell(1, 0)).not.toHaveAttribute('aria-invalid')
    await expect(cell(1, 2)).toBeFocused()
  })

  await test.step('figures are written, repeated and taken back without the mouse', async () => {
    await page.keyboard.type('9')
    await page.keyboard.press('Enter')
    await expect(cell(1, 2)).toHaveText('۹')
    await expect(cell(2, 0)).toBeFocused()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('10%')
    await page.keyboard.press('Tab')
    await expect(cell(2, 5)).toHaveText('۱۰٪')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+D')
    await expect(cell(3, 5)).toHaveText('۱۰٪')
    await page.keyboard.press('Control+Z')
    await expect(cell(3, 5)).toHaveText('')
    await expect(cell(2, 6)).toHaveText('۸۱٬۰۰۰')
    await page.keyboard.press('Control+S')
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/, { timeout: 60_000 })
    await expect(page.getByRole('button', { name: t('documents.act.issue'), exact: true })).toBeVisible()
  })

  const total = await totalOf(page)

  await test.step('the quote is issued, and accepted on the page that its link opens', async () => {
    await issue(page)
    await page.getByRole('button', { name: t('documents.send.open'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: t('documents.send.makeLink') }).click()
    const address = await dialog.locator('p[dir=ltr]').innerText()
    const visit = await context.newPage()
    await visit.goto(new URL(new URL(address).pathname, administrator.address).href)
    await visit.getByRole('textbox', { name: t('documents.page.signer') }).fill('رضا کریمی')
    await visit.getByRole('button', { name: t('documents.page.accept'), exact: true }).click()
    await expect(visit.getByText('رضا کریمی').first()).toBeVisible()
    await visit.close()
    await dialog
      .getByRole('button', { name: t('web.close') })
      .last()
      .click()
    await expect(page.getByRole('note').getByText(t('documents.status.accepted'))).toBeVisible()
  })

  for (const kind of ['order', 'proforma', 'invoice'] as const)
    await test.step(`the ${kind} is made of it with the same total`, async () => {
      await page.getByRole('button', { name: t(`documents.make.${kind}`), exact: true }).click()
      await page
        .getByRole('dialog', { name: t(`documents.make.${kind}`) })
        .getByRole('button', { name: t('documents.ui.makeDraft') })
        .click()
      await expect(page.getByRole('heading', { level: 1, name: t(`documents.kind.${kind}`) })).toBeVisible()
      await issue(page)
      expect(await totalOf(page)).toBe(total)
    })
})
