import { createActivityRoute } from '@peyvand/activities/contract'
import { listNotificationsRoute } from '@peyvand/notifications/contract'
import { createPartyRoute } from '@peyvand/parties/contract'
import { actOnReferralRoute, createReferralRoute } from '@peyvand/referrals/contract'
import type { Locator, Page } from '@playwright/test'
import { call } from './support/caller.ts'
import { makeFirm, type Person } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const t = wordsOf('fa')

/** The bell with so many unread. */
const bell = (page: Page, count: number): Locator =>
  page.getByRole('button', {
    name: count > 0 ? t('notifications.bell', { count }) : t('notifications.nav'),
    exact: true,
  })

async function referTo(from: Person, to: Person, subject: string): Promise<string> {
  const { id: activityId } = await call(from, createActivityRoute, {
    body: { kind: 'letter', direction: 'incoming', subject },
  })
  const { items } = await call(from, createReferralRoute, { body: { activityId, to: [{ userId: to.id }] } })
  return items[0]?.id ?? ''
}

test('what a colleague refers arrives at once, is opened, put off and comes back', async ({
  page,
  openAs,
}) => {
  const firm = await makeFirm('شرکت اعلان')
  const manager = firm.administrator
  const clerk = await firm.join('لیلا احمدی', 'secretary')
  await openAs(clerk)
  await expect(bell(page, 0)).toBeVisible()

  await referTo(manager, clerk, 'نامهٔ بیمه')
  const toast = page.getByRole('alertdialog').filter({ hasText: 'نامهٔ بیمه' })
  await expect(toast).toContainText(t('notifications.kind.referralReceived'))
  await expect(bell(page, 1)).toBeVisible()
  await toast.getByRole('button', { name: t('notifications.open') }).click()
  await expect(page.getByRole('heading', { name: 'نامهٔ بیمه' })).toBeVisible()
  await expect(bell(page, 0)).toBeVisible()

  await referTo(manager, clerk, 'قرارداد انبار')
  await bell(page, 1).click()
  const centre = page.getByRole('dialog', { name: t('notifications.nav') })
  const row = centre.getByRole('listitem').filter({ hasText: 'قرارداد انبار' })
  await row.getByRole('button', { name: t('notifications.snooze') }).click()
  await page.getByRole('menuitem', { name: t('notifications.preset.nextWeek') }).click()
  await expect(row).toHaveCount(0)
  await centre.getByRole('radio', { name: t('notifications.show.snoozed') }).click()
  await row.getByRole('button', { name: t('notifications.wake') }).click()
  await centre.getByRole('radio', { name: t('notifications.show.unread') }).click()
  await expect(row).toBeVisible()
  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'قرارداد انبار' })).toBeVisible()
})

test('the referrer asks how far it is, and what is recalled leaves nothing behind', async ({
  page,
  openAs,
}) => {
  const firm = await makeFirm('شرکت پیگیری')
  const manager = firm.administrator
  const clerk = await firm.join('لیلا احمدی', 'secretary')
  const id = await referTo(manager, clerk, 'گزارش محرمانهٔ فروش')
  await openAs(manager, `/worklists?list=referred-by-me&open=${id}`)
  await page.getByRole('button', { name: t('notifications.nudge') }).click()
  await expect(page.getByText(t('notifications.nudged', { names: 'لیلا احمدی' }))).toBeVisible()
  await call(manager, actOnReferralRoute, { params: { id }, body: { action: 'recall' } })

  await openAs(clerk, '/notifications')
  await expect(page.getByText(t('notifications.kind.referralRecalled'))).toBeVisible()
  await expect(page.getByText(t('notifications.kind.referralNudged'))).toBeVisible()
  await expect(page.getByText(t('notifications.subjectGone')).first()).toBeVisible()
  await expect(page.getByText('گزارش محرمانهٔ فروش')).toHaveCount(0)
})

test('somebody has themselves reminded of a party, and turns a kind off', async ({ page, openAs }) => {
  const firm = await makeFirm('شرکت یادآوری')
  const manager = firm.administrator
  const seller = await firm.join('رضا نوری', 'salesperson')
  const { id } = await call(seller, createPartyRoute, {
    body: { kind: 'organization', name: 'فولاد پارس', groups: ['customers'] },
  })
  await openAs(seller, `/parties/${id}`)
  await page.getByRole('button', { name: t('notifications.remind') }).click()
  await page.getByRole('menuitem', { name: t('notifications.preset.inThreeWorkingDays') }).click()
  await expect(page.getByText(/یادآوری می‌شود/)).toBeVisible()
  await page.getByRole('button', { name: /یادآوری در/ }).click()
  await page.getByRole('menuitem', { name: /لغو یادآوری/ }).click()
  await expect(page.getByRole('button', { name: t('notifications.remind') })).toBeVisible()

  await page.goto(`${seller.address}/profile?tab=notifications`)
  const choice = page.getByRole('checkbox', {
    name: t('notifications.kindByChannel', {
      kind: t('notifications.kind.activityAssigned'),
      channel: t('notifications.channel.app'),
    }),
  })
  await choice.uncheck({ force: true })
  await expect(choice).not.toBeChecked()
  await expect(choice).toBeEnabled()
  await call(manager, createActivityRoute, { body: { kind: 'task', subject: 'بی‌صدا', ownerId: seller.id } })
  await referTo(manager, seller, 'با صدا')
  await expect(bell(page, 1)).toBeVisible()
  const { items } = await call(seller, listNotificationsRoute, { query: {} })
  expect(items.map(({ kind }) => kind)).toEqual(['referralReceived'])
})

test('in English and on a phone the centre is the same', async ({ page, openAs }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const words = wordsOf('en')
  const firm = await makeFirm('Phone Co', 'en')
  const clerk = await firm.join('Laila Ahmadi', 'secretary')
  await referTo(firm.administrator, clerk, 'Insurance letter')
  await openAs(clerk, '/notifications')
  const item = page.getByRole('listitem').filter({ hasText: 'Insurance letter' })
  await expect(item).toContainText('Mary Kazemi')
  await item.getByRole('button', { name: words('notifications.markRead') }).click()
  await expect(item.getByRole('button', { name: words('notifications.markUnread') })).toBeVisible()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
})
