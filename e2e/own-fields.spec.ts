import { createPartyRoute, getPartyRoute } from '@peyvand/parties/contract'
import type { Page } from '@playwright/test'
import { call } from './support/caller.ts'
import { makeFirm } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { type Words, wordsOf } from './support/words.ts'

const t = wordsOf('fa')
const en = wordsOf('en')

test('an administrator designs own fields with a section, a condition and an order; a file is filled by them', async ({
  page,
  openAs,
}) => {
  test.setTimeout(240_000)
  const { administrator } = await makeFirm('بازرگانی نیک')
  const { id } = await call(administrator, createPartyRoute, {
    body: { kind: 'organization', name: 'پخش کارون' },
  })

  await test.step('fields and a section are made, one shown only for wholesalers', async () => {
    await openAs(administrator, '/settings/fields')
    await page.getByRole('button', { name: t('customization.ui.sections.new') }).click()
    const section = page.getByRole('dialog', { name: t('customization.ui.sections.new') })
    await section.getByRole('textbox', { name: t('customization.ui.labelFa') }).fill('همکاری')
    await section.getByRole('textbox', { name: t('customization.ui.labelEn') }).fill('Cooperation')
    await section.getByRole('button', { name: t('web.save') }).click()
    await expect(section).toBeHidden()

    const wholesaler = await openNew(page, t, 'عمده‌فروش', 'Wholesaler')
    await choose(
      page,
      wholesaler.getByRole('button', { name: new RegExp(t('customization.ui.fields.type')) }).first(),
      t('customization.ui.fields.type.boolean'),
    )
    await wholesaler.getByRole('button', { name: t('web.save') }).click()
    await expect(wholesaler).toBeHidden()

    const permit = await openNew(page, t, 'شمارهٔ پروانه', 'Permit')
    await toggle(permit, t('customization.ui.fields.showWhen'))
    await choose(
      page,
      permit.getByRole('button', { name: new RegExp(t('customization.ui.fields.ruleValue')) }),
      t('customization.ui.yes'),
    )
    await toggle(permit, t('customization.ui.fields.required'))
    await permit.getByRole('button', { name: t('web.save') }).click()
    await expect(permit).toBeHidden()
    await expect(page.getByText(/وقتی «عمده‌فروش» بله باشد/)).toBeVisible()
  })

  await test.step('the keyboard moves a field into the section, and the preview follows', async () => {
    const names = async () => (await page.getByRole('row').allInnerTexts()).map((text) => text.split('\n')[0])
    expect(await names()).toEqual(['عمده‌فروش', 'شمارهٔ پروانه', 'همکاری'])
    await page.getByRole('row', { name: 'شمارهٔ پروانه' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    // What is lifted is put down only once the places for it are there.
    await expect(page.locator('[aria-roledescription]:focus')).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(names).toEqual(['عمده‌فروش', 'همکاری', 'شمارهٔ پروانه'])
    const preview = page.getByRole('textbox', { name: 'شمارهٔ پروانه' })
    await expect(preview).toBeHidden()
    await toggle(page, 'عمده‌فروش')
    await expect(preview).toBeVisible()
  })

  await test.step('the form asks for the field once it comes to sight, and the file shows it', async () => {
    await page.goto(`${administrator.address}/parties/${id}/edit`)
    const permit = page.getByRole('textbox', { name: 'شمارهٔ پروانه' })
    await expect(page.getByText('عمده‌فروش')).toBeVisible()
    await expect(permit).toBeHidden()
    await toggle(page, 'عمده‌فروش')
    await page.getByRole('button', { name: t('web.save') }).click()
    await expect(page.getByText(t('error.required')).first()).toBeVisible()
    await permit.fill('۱۲/۳۴۵')
    await page.getByRole('button', { name: t('web.save') }).click()
    await expect(page.getByRole('heading', { name: 'همکاری' })).toBeVisible()
    await expect(page.getByText('۱۲/۳۴۵')).toBeVisible()
  })
})

test('in English: a field is made, the list filtered by it, what is found assigned, taken back and read in the log', async ({
  page,
  openAs,
}) => {
  test.setTimeout(120_000)
  const firm = await makeFirm('Nik Trading', 'en')
  const { administrator } = firm
  const sara = await firm.join('Sara Mohammadi', 'salesperson')
  await test.step('the field', async () => {
    await openAs(administrator, '/settings/fields')
    const permit = await openNew(page, en, 'پروانه', 'Permit')
    await permit.getByRole('button', { name: en('web.save') }).click()
    await expect(permit).toBeHidden()
  })
  const make = (name: string, permit: string) =>
    call(administrator, createPartyRoute, { body: { kind: 'organization', name, custom: { permit } } })
  const found = await make('Karun Distribution', 'K-12')
  const other = await make('Aria Steel', 'A-7')
  const ownerOf = async ({ id }: { id: string }) =>
    (await call(administrator, getPartyRoute, { params: { id } })).owner?.name

  await test.step('the filter and the bulk change', async () => {
    await openAs(administrator, '/parties')
    await page.getByRole('button', { name: 'Add filter' }).click()
    await page.getByRole('option', { name: 'Permit' }).click()
    await page.getByRole('textbox', { name: 'Value' }).fill('K-12')
    await page.keyboard.press('Enter')
    await expect(page.getByText(other.name)).toBeHidden()
    await page.getByRole('checkbox', { name: 'Select all' }).click()
    await page.getByRole('button', { name: en('parties.bulkAction.assign') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: en('parties.field.owner') }).fill(sara.name)
    await page.getByRole('option', { name: sara.name }).click()
    await dialog.getByRole('button', { name: /^Apply to/ }).click()
    await expect.poll(() => ownerOf(found)).toBe(sara.name)
    expect(await ownerOf(other)).toBe(administrator.name)
  })

  await test.step('the undo and the log', async () => {
    await openAs(administrator, '/undo')
    const what = en('parties.did.assign', { owner: sara.name })
    await page.getByRole('button', { name: en('history.undo.actionNamed', { what }) }).click()
    await page.getByRole('button', { name: en('history.undo.confirm', { count: 1 }) }).click()
    await expect.poll(() => ownerOf(found)).toBe(administrator.name)
    await openAs(administrator, '/settings/audit')
    const undone = page.getByRole('row').filter({ hasText: en('identity.ui.audit.action.undo') })
    await expect(undone.first()).toContainText(administrator.name)
  })
})

async function openNew(page: Page, words: Words, label: string, english: string) {
  await page.getByRole('button', { name: words('customization.ui.fields.new') }).click()
  const dialog = page.getByRole('dialog', { name: words('customization.ui.fields.new') })
  await dialog.getByRole('textbox', { name: words('customization.ui.labelFa') }).fill(label)
  await dialog.getByRole('textbox', { name: words('customization.ui.labelEn') }).fill(english)
  return dialog
}

type Place = ReturnType<Page['getByRole']>

async function choose(page: Page, select: Place, option: string): Promise<void> {
  await select.click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

const toggle = (place: Pick<Place, 'getByRole'>, name: string) =>
  place.getByRole('switch', { name }).press('Space')
