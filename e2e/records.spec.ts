import { createActivityRoute } from '@peyvand/activities/contract'
import { createPartyRoute } from '@peyvand/parties/contract'
import type { Page } from '@playwright/test'
import { call } from './support/caller.ts'
import { makeFirm } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const t = wordsOf('fa')
const party = 'صنایع آذر'
const title = 'پشتیبانی سالانهٔ شبکه'

test('an administrator makes «قراردادها» with three fields; a salesperson fills one and finds it again', async ({
  page,
  openAs,
}) => {
  test.setTimeout(240_000)
  const firm = await makeFirm('نگار پردازش')
  const seller = await firm.join('سارا امینی', 'salesperson')
  const { id: partyId } = await call(seller, createPartyRoute, {
    body: { kind: 'organization', name: party },
  })

  await test.step('the kind and its fields are made on one screen', async () => {
    await openAs(firm.administrator, '/settings/record-kinds')
    await page
      .getByRole('button', { name: t('records.kindNew') })
      .first()
      .click()
    const kind = page.getByRole('dialog', { name: t('records.kindNew') })
    await kind.getByRole('textbox', { name: t('records.pluralFa') }).fill('قراردادها')
    await kind.getByRole('textbox', { name: t('records.nameFa') }).fill('قرارداد')
    await kind.getByRole('button', { name: t('records.kindMake') }).click()
    await expect(kind).toBeHidden()
    await addField(page, { label: 'مبلغ قرارداد', english: 'Amount', type: 'money' })
    await addField(page, { label: 'تاریخ پایان', english: 'Ends on', type: 'date' })
    await addField(page, { label: 'موضوع', english: 'Topic', type: 'text' })
    await expect(page.getByRole('link', { name: 'قراردادها' })).toBeVisible()
  })

  await test.step('a salesperson records a contract in the file of a party', async () => {
    await openAs(seller, `/parties/${partyId}`)
    await page.getByRole('tab', { name: t('records.nav') }).click()
    await page.getByRole('button', { name: t('records.newOf', { name: 'قرارداد' }) }).click()
    const form = page.getByRole('dialog', { name: t('records.newOf', { name: 'قرارداد' }) })
    await form.getByRole('textbox', { name: t('records.field.title') }).fill(title)
    await expect(form.getByRole('combobox', { name: t('records.field.party') })).toHaveValue(party)
    await form.getByRole('textbox', { name: 'مبلغ قرارداد' }).fill('۲۵۰۰۰۰۰۰')
    await form.getByRole('textbox', { name: 'موضوع' }).fill('نگهداری سرورها')
    await form.getByRole('button', { name: t('web.save') }).click()
    await expect(page.getByText(t('records.created', { title }))).toBeVisible()
    await expect(page.getByRole('link', { name: title })).toBeVisible()
  })

  await test.step('it stands in the list, and the search finds it by a field of its own', async () => {
    await page.getByRole('link', { name: 'قراردادها' }).first().click()
    const row = page.getByRole('row', { name: new RegExp(title) })
    await expect(row).toContainText('۲۵٬۰۰۰٬۰۰۰')
    await page
      .getByRole('button', { name: t('shell.searchLabel') })
      .first()
      .click()
    const palette = page.getByRole('dialog')
    await palette.getByRole('combobox').or(palette.getByRole('searchbox')).fill('سرورها')
    const followed = page.waitForResponse((answer) => answer.url().includes('/live?watch=records:'))
    await page.getByRole('option', { name: new RegExp(title) }).click()
    await followed
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await expect(page.getByText('نگهداری سرورها').first()).toBeVisible()
  })

  await test.step('what somebody records about it comes to the open page by itself', async () => {
    const id = new URL(page.url()).pathname.split('/').at(-1) as string
    await call(firm.administrator, createActivityRoute, {
      body: { kind: 'task', subject: 'تمدید قرارداد', targets: [{ type: 'records', id }] },
    })
    await expect(page.getByRole('link', { name: /تمدید قرارداد/ })).toBeVisible()
  })
})

interface NewField {
  label: string
  english: string
  type: string
}

async function addField(page: Page, { label, english, type }: NewField): Promise<void> {
  await page.getByRole('button', { name: t('customization.ui.fields.new') }).click()
  const dialog = page.getByRole('dialog', { name: t('customization.ui.fields.new') })
  await dialog.getByRole('textbox', { name: t('customization.ui.labelFa') }).fill(label)
  await dialog.getByRole('textbox', { name: t('customization.ui.labelEn') }).fill(english)
  await dialog
    .getByRole('button', { name: new RegExp(t('customization.ui.fields.type')) })
    .first()
    .click()
  await page.getByRole('option', { name: t(`customization.ui.fields.type.${type}`), exact: true }).click()
  await dialog.getByRole('button', { name: t('web.save') }).click()
  await expect(dialog).toBeHidden()
}
