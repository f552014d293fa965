import { createActivityRoute } from '@peyvand/activities/contract'
import { createPartyRoute, listPartiesRoute } from '@peyvand/parties/contract'
import { call } from './support/caller.ts'
import { makeFirm } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const t = wordsOf('fa')

test('a list is filtered by what its records have, kept as a view, grouped, written in place and walked through', async ({
  page,
  openAs,
}) => {
  const { administrator } = await makeFirm('شرکت فهرست', 'fa')
  const made = []
  for (const [lastName, city] of [
    ['احمدی', 'تهران'],
    ['بهرامی', 'شیراز'],
    ['پارسا', 'تهران'],
  ] as const) {
    made.push(
      await call(administrator, createPartyRoute, {
        body: { kind: 'person', lastName, addresses: [{ city }], groups: [] },
      }),
    )
  }
  for (const { id } of made.slice(0, 2)) {
    await call(administrator, createActivityRoute, {
      body: { kind: 'task', subject: 'پیگیری', dueAt: '2020-01-01', parties: [{ partyId: id }] },
    })
  }
  const grid = page.getByRole('grid', { name: t('parties.all') })
  const row = (name: string) => grid.getByRole('row', { name: new RegExp(name) })

  await test.step('those with an overdue activity', async () => {
    await openAs(administrator, '/parties')
    await page.getByRole('button', { name: 'افزودن فیلتر' }).click()
    await page.getByRole('option', { name: `دارای ${t('activities.relation')}` }).click()
    const builder = page.getByRole('dialog', { name: 'فیلتر پیشرفته' })
    const related = builder.getByRole('group', { name: 'موارد مرتبط با این شرط‌ها شمرده می‌شوند:' })
    await related.getByRole('button', { name: 'افزودن شرط' }).click()
    await related.getByRole('button', { name: /فیلد/ }).click()
    await page.getByRole('option', { name: t('activities.overdue'), exact: true }).click()
    await expect(builder.getByRole('status')).toContainText(
      `دارای ${t('activities.relation')} با شرط (${t('activities.overdue')}: بله)`,
    )
    await builder.getByRole('button', { name: 'اعمال' }).click()
    await expect(row('بهرامی')).toBeVisible()
    await expect(row('پارسا')).toBeHidden()
  })

  await test.step('the filter is kept as a view, with which the list then opens', async () => {
    await page.getByRole('button', { name: 'ذخیره به‌نام…' }).click()
    await page.getByRole('textbox', { name: /نام نما/ }).fill('معوق‌ها')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'اقدام‌های نمای معوق‌ها' }).click()
    await page.getByRole('menuitem', { name: 'نمای پیش‌فرض من' }).click()
    await expect(page.getByRole('img', { name: 'نمای پیش‌فرض' })).toBeVisible()
    await openAs(administrator, '/parties')
    await expect(page.getByRole('radio', { name: /معوق‌ها/ })).toBeChecked()
    await expect(row('پارسا')).toBeHidden()
    await page.getByRole('radio', { name: t('web.allRecords') }).click()
    await expect(row('پارسا')).toBeVisible()
  })

  await test.step('a job title is pasted into two rows and taken back', async () => {
    await page.goto(`${page.url()}&columns=name,jobTitle,city&sort=name`)
    const cell = row('احمدی').getByRole('gridcell').nth(2)
    await cell.focus()
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'مدیر\nحسابدار')
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    })
    await expect(row('بهرامی')).toContainText('حسابدار')
    await page.getByRole('button', { name: t('web.undo') }).click()
    await expect(row('بهرامی')).not.toContainText('حسابدار')
    const { items } = await call(administrator, listPartiesRoute, { query: {} })
    expect(items.map(({ jobTitle }) => jobTitle)).toEqual([null, null, null])
  })

  await test.step('a record is shown beside the list, and J leads to the next', async () => {
    await row('احمدی').getByRole('gridcell').nth(3).click()
    const peek = page.getByRole('complementary', { name: 'احمدی' })
    await expect(peek).toContainText('۱ از ۳')
    await page.keyboard.press('j')
    await expect(page.getByRole('complementary', { name: 'بهرامی' })).toContainText('۲ از ۳')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('complementary', { name: 'بهرامی' })).toBeHidden()
  })

  await test.step('groups tell how many they hold and open', async () => {
    await page.getByRole('button', { name: 'گروه‌بندی', exact: true }).click()
    await page.getByRole('menuitemradio', { name: t('parties.field.city'), exact: true }).click()
    await expect(row('پارسا')).toBeHidden()
    await page.getByRole('gridcell', { name: 'باز کردن گروه تهران، ۲' }).click()
    await expect(row('پارسا')).toBeVisible()
    await expect(row('بهرامی')).toBeHidden()
    await page.getByRole('button', { name: 'سپس', exact: true }).click()
    await page.getByRole('menuitemradio', { name: t('parties.field.kind'), exact: true }).click()
    await expect(row('پارسا')).toBeHidden()
    await page.getByRole('gridcell', { name: `باز کردن گروه ${t('parties.kind.person')}، ۲` }).click()
    await expect(row('پارسا')).toBeVisible()
  })
})
