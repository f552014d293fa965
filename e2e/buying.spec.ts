import {
  createDocumentRoute,
  getDocumentSettingsRoute,
  updateDocumentSettingsRoute,
} from '@peyvand/documents/contract'
import { createPartyRoute } from '@peyvand/parties/contract'
import { call } from './support/caller.ts'
import { issue, makeCatalogue, totalOf } from './support/documents.ts'
import { makeFirm } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const t = wordsOf('fa')
const name = 'بازرگانی سپهر آریا'

test('an inquiry written while the connection is lost is sent later and becomes order and invoice; what needs approval is approved by another', async ({
  page,
  context,
  openAs,
}) => {
  const firm = await makeFirm('شرکت خرید')
  const { administrator } = firm
  const [code = ''] = await makeCatalogue(administrator)
  const salesperson = await firm.join('رضا نوری', 'salesperson')
  const customer = await call(salesperson, createPartyRoute, { body: { kind: 'organization', name } })

  await test.step('the inquiry waits on the device until the server answers', async () => {
    const kind = t('documents.kind.purchaseInquiry')
    const title = [kind, name].join(' · ')
    await openAs(administrator, '/documents/new?kind=purchaseInquiry')
    await page.getByRole('combobox', { name: t('documents.party.purchase') }).fill('سپهر')
    await page.getByRole('option', { name }).click()
    await page.keyboard.press('Alt+L')
    await page.keyboard.type(code)
    await expect(page.getByRole('option', { name: 'کالای ۱', exact: false }).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.type('12')
    await page.keyboard.press('Enter')
    await context.setOffline(true)
    await page.keyboard.press('Control+S')
    await expect(page.getByText(t('offline.kept', { title }))).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByText(t('offline.sent', { title }))).toBeVisible({ timeout: 40_000 })
    await page.goto(`${administrator.address}/purchases`)
    await page.getByRole('row', { name: t('documents.status.draft') }).dblclick()
    await expect(page.getByRole('heading', { level: 1, name: kind })).toBeVisible()
    await issue(page)
  })

  await test.step('the order is given its price, and the invoice has the same total', async () => {
    const make = async (kind: 'purchaseOrder' | 'purchaseInvoice') =>
      page
        .getByRole('dialog', { name: t(`documents.make.${kind}`) })
        .getByRole('button', { name: t('documents.ui.makeDraft') })
        .click()
    await page.getByRole('button', { name: t('documents.make.purchaseOrder'), exact: true }).click()
    await make('purchaseOrder')
    await page.locator('[data-at="0:4"]').focus()
    await page.keyboard.type('250000')
    await page.keyboard.press('Control+S')
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/)
    await issue(page)
    const total = await totalOf(page)
    expect(total).toContain('۳٬۳۰۰٬۰۰۰')
    await page
      .getByRole('button', { name: t('web.more'), exact: true })
      .last()
      .click()
    await page.getByRole('menuitem', { name: t('documents.make.purchaseInvoice') }).click()
    await make('purchaseInvoice')
    await expect(
      page.getByRole('heading', { level: 1, name: t('documents.kind.purchaseInvoice') }),
    ).toBeVisible()
    await issue(page)
    expect(await totalOf(page)).toBe(total)
  })

  await test.step('a discount beyond the limit waits for somebody else', async () => {
    const settings = await call(administrator, getDocumentSettingsRoute, {})
    await call(administrator, updateDocumentSettingsRoute, {
      body: { ...settings, rules: [{ discountOver: '20' }] },
    })
    const { id } = await call(salesperson, createDocumentRoute, {
      body: {
        kind: 'quote',
        partyId: customer.id,
        lines: [
          {
            name: 'نصب و راه‌اندازی',
            quantity: '1',
            priceBy: 'hand',
            unitPrice: '1000000',
            manual: { kind: 'percent', percent: '30' },
          },
        ],
      },
    })
    await openAs(salesperson, `/documents/${id}`)
    await issue(page)
    await expect(page.getByText(t('documents.approval.waits'))).toBeVisible()
    await expect(page.getByRole('button', { name: t('documents.act.approve') })).toHaveCount(0)
    await openAs(administrator, `/documents/${id}`)
    await page.getByRole('button', { name: t('documents.act.approve') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('documents.act.approve') })
      .click()
    await expect(page.getByText(t('documents.approval.waits'))).toBeHidden()
    await expect(page.getByRole('button', { name: t('documents.act.accept') })).toBeVisible()
  })
})
