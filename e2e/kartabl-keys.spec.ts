import { createActivityRoute } from '@peyvand/activities/contract'
import { createReferralRoute, worklistRoute } from '@peyvand/referrals/contract'
import { call } from './support/caller.ts'
import { makeFirm } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const t = wordsOf('fa')

test('the kartabl is worked through by the keyboard, and what comes meanwhile appears by itself', async ({
  page,
  openAs,
}) => {
  const firm = await makeFirm('شرکت کارتابل')
  const manager = firm.administrator
  const clerk = await firm.join('لیلا احمدی', 'secretary')
  const colleague = await firm.join('رضا نوری', 'salesperson')
  const refer = async (subject: string) => {
    const { id: activityId } = await call(manager, createActivityRoute, { body: { kind: 'task', subject } })
    await call(manager, createReferralRoute, { body: { activityId, to: [{ userId: clerk.id }] } })
  }
  for (const subject of ['کار نخست', 'کار دوم', 'کار سوم']) await refer(subject)

  await openAs(clerk, '/worklists')
  const list = page.getByRole('region', { name: t('referrals.worklist.referred-to-me') })
  // Its menu of reminders quotes the subject.
  const line = (subject: string) => list.getByRole('button', { name: new RegExp(`${subject}(?!»)`) })
  const opened = (subject: string) => page.getByRole('heading', { name: subject })
  await line('کار سوم').focus()
  await page.keyboard.press('Enter')
  await expect(opened('کار سوم')).toBeVisible()
  await page.keyboard.press('j')
  await expect(opened('کار دوم')).toBeVisible()
  await page.keyboard.press('j')
  await expect(opened('کار نخست')).toBeVisible()
  await page.keyboard.press('k')
  await expect(opened('کار دوم')).toBeVisible()

  await page.keyboard.press('e')
  await expect(page.getByText(t('referrals.told.finish', { subject: 'کار دوم' }))).toBeVisible()
  await expect(opened('کار نخست')).toBeVisible()
  await expect(line('کار دوم')).toHaveCount(0)

  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: t('referrals.onwardTitle', { subject: 'کار نخست' }) })
  await dialog.getByRole('combobox', { name: t('referrals.to') }).fill('رضا')
  await page.getByRole('option', { name: 'رضا نوری' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(t('referrals.sent', { names: 'رضا نوری' }))).toBeVisible()
  const { items } = await call(colleague, worklistRoute, { params: { name: 'referred-to-me' }, query: {} })
  expect(items.map(({ activity }) => activity.subject)).toEqual(['کار نخست'])

  await refer('کار تازه')
  await expect(line('کار تازه')).toBeVisible()
})
