import { createActivityRoute } from '@peyvand/activities/contract'
import { listFilesRoute } from '@peyvand/files/contract'
import { createPartyRoute } from '@peyvand/parties/contract'
import { createReferralRoute } from '@peyvand/referrals/contract'
import type { Page } from '@playwright/test'
import { call } from './support/caller.ts'
import { type Firm, makeFirm } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

const t = wordsOf('fa')
let firm: Firm
let partyId: string
test.beforeAll(async () => {
  firm = await makeFirm('شرکت گوشی')
  const party = await call(firm.administrator, createPartyRoute, {
    body: {
      kind: 'person',
      firstName: 'نیما',
      lastName: 'صالحی',
      contactPoints: [{ type: 'mobile', value: '09121234567' }],
    },
  })
  partyId = party.id
})

test('the bar under the thumb leads to the desk, the kartabl with its unread items, the calendar and the rest', async ({
  page,
  openAs,
}) => {
  const colleague = await firm.join('رضا نوری', 'manager')
  for (const subject of ['کار نخست', 'کار دوم']) {
    const { id: activityId } = await call(colleague, createActivityRoute, { body: { kind: 'task', subject } })
    await call(colleague, createReferralRoute, {
      body: { activityId, to: [{ userId: firm.administrator.id }] },
    })
  }
  await openAs(firm.administrator)
  const bar = page.getByRole('navigation', { name: t('shell.navigation') }).filter({ visible: true })
  await expect(bar.getByRole('link')).toHaveText([
    t('activities.home'),
    `۲${t('referrals.nav')}`,
    t('calendar.nav'),
  ])
  await bar.getByRole('link', { name: t('referrals.nav') }).tap()
  await expect(page).toHaveURL(/\/worklists/)
  await bar.getByRole('button', { name: t('shell.more') }).tap()
  await expect(page.getByRole('dialog').getByRole('link', { name: t('parties.all') })).toBeVisible()
  await page.keyboard.press('Escape')
  for (const entry of await bar.getByRole('link').or(bar.getByRole('button')).all()) {
    const box = await entry.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  }
})

test('whoever calls from a file is asked on coming back to log the call', async ({ page, openAs }) => {
  await openAs(firm.administrator, `/parties/${partyId}?tab=card`)
  const number = page.locator('a[href="tel:+989121234567"]')
  await expect(
    page
      .locator('a[href="sms:+989121234567"]')
      .or(page.getByRole('button', { name: t('parties.file.sendSms') })),
  ).toBeVisible()
  // This browser has no dialler; without one it would wait for an answer to its own question.
  await number.evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()))
  await number.tap()
  await leave(page)
  await page.waitForTimeout(5_200)
  await comeBack(page)
  await expect(page.getByText(t('activities.wasCall', { name: 'نیما صالحی' }))).toBeVisible()
  await page
    .getByRole('button', { name: t('activities.new.call'), exact: true })
    .last()
    .click()
  const form = page.getByRole('dialog', { name: t('activities.form.new') })
  await expect(form.getByRole('combobox', { name: t('activities.field.party') })).toHaveValue('نیما صالحی')
})

test('a card is photographed into the file of a party', async ({ page, openAs }) => {
  await openAs(firm.administrator, `/parties/${partyId}?tab=files`)
  await expect(page.getByRole('button', { name: t('files.takePhoto') })).toBeVisible()
  const camera = page.locator('input[type=file][capture=environment]')
  await expect(camera).toHaveAttribute('accept', 'image/*')
  await camera.setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: onePixel })
  await expect(page.getByRole('list', { name: t('files.attachments') }).getByText('card.png')).toBeVisible()
  const { items } = await call(firm.administrator, listFilesRoute, {
    query: { record: 'parties', recordId: partyId },
  })
  expect(items.map(({ name }) => name)).toEqual(['card.png'])
})

test('no screen is wider than the phone', async ({ page, openAs }) => {
  const places = [
    '/',
    '/worklists',
    '/calendar',
    '/parties',
    `/parties/${partyId}`,
    `/parties/${partyId}/edit`,
    '/parties/new',
    '/activities',
    '/imports/new',
    '/profile',
    '/settings/firm',
    '/settings/users',
    '/settings/roles',
    '/settings/audit',
    '/settings/value-lists',
    '/settings/numbering',
  ]
  await openAs(firm.administrator)
  const wide: string[] = []
  for (const place of places) {
    await page.goto(firm.administrator.address + place)
    await expect(page.getByRole('main').locator('> *').first()).toBeVisible()
    await expect(page.locator('.skeleton')).toHaveCount(0)
    const isWide = await page.evaluate(() => {
      const main = document.querySelector('main')
      return (
        document.documentElement.scrollWidth > innerWidth ||
        (main?.scrollWidth ?? 0) > (main?.clientWidth ?? 0)
      )
    })
    if (isWide) wide.push(place)
  }
  expect(wide).toEqual([])
})

/** What a phone does to the page while its dialler is in front. */
const leave = (page: Page) => show(page, 'hidden')
const comeBack = (page: Page) => show(page, 'visible')
const show = (page: Page, state: DocumentVisibilityState) =>
  page.evaluate((shown) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => shown })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
