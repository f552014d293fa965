import { AxeBuilder } from '@axe-core/playwright'
import { createLeadFormRoute, listLeadsRoute } from '@peyvand/leads/contract'
import { call } from './support/caller.ts'
import { makeFirm } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const t = wordsOf('fa')

test('a visitor fills in a public form, a colleague finds the lead and makes it a customer with a deal', async ({
  page,
  openAs,
}) => {
  const { administrator } = await makeFirm('پخش سپند')
  const form = await call(administrator, createLeadFormRoute, {
    body: {
      name: 'فرم سایت',
      locale: 'fa',
      title: 'درخواست مشاوره',
      thanks: 'سپاسگزاریم.',
      fields: [
        { field: 'lastName', required: true },
        { field: 'mobile', required: true },
        { field: 'message' },
      ],
      ownerId: administrator.id,
    },
  })

  await test.step('the form tells what is missing, keeps what was written, and thanks', async () => {
    await page.goto(form.url)
    await page.getByLabel(t('leads.formField.message')).fill('قیمت چاپگر را می‌خواهم')
    const send = page.getByRole('button', { name: t('leads.public.send') })
    // A form that comes back at once is taken for a program's.
    await expect(async () => {
      await send.click()
      await expect(page.getByText(t('leads.public.problems'))).toBeVisible({ timeout: 500 })
      // Few tries: an address may not send often.
    }).toPass({ intervals: [1500, 3000] })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.getByLabel(t('leads.formField.lastName')).fill('کیانی')
    await page.getByLabel(t('leads.formField.mobile')).fill('۰۹۱۲۷۷۷۶۶۵۵')
    await expect(page.getByLabel(t('leads.formField.message'))).toHaveValue('قیمت چاپگر را می‌خواهم')
    await send.click()
    await expect(page.getByText('سپاسگزاریم.')).toBeVisible()
    expect((await call(administrator, listLeadsRoute, { query: {} })).items).toHaveLength(1)
  })

  await test.step('the lead stands in the worklist, and its file tells what was sent', async () => {
    await openAs(administrator, '/leads')
    await page.getByRole('row', { name: /کیانی/ }).getByText('کیانی').click()
    await expect(page.getByText(/قیمت چاپگر را می‌خواهم/).first()).toBeVisible()
  })

  await test.step('it becomes a customer, and the deal is open', async () => {
    await page.getByRole('button', { name: t('leads.ui.convert') }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox', { name: t('leads.ui.dealTitle') })).toHaveValue(/کیانی/)
    await dialog.getByRole('button', { name: t('leads.ui.convert') }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('link', { name: /فروش به کیانی/ }).first()).toBeVisible()
    expect((await call(administrator, listLeadsRoute, { query: {} })).items).toEqual([])
  })
})
