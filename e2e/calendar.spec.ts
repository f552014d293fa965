import { type Activity, createActivityRoute, getActivityRoute } from '@peyvand/activities/contract'
import { type CalendarItem, calendarRoute } from '@peyvand/calendar/contract'
import { createPartyRoute } from '@peyvand/parties/contract'
import { fromJalali, instantAt } from '@peyvand/persian'
import type { Page } from '@playwright/test'
import { call } from './support/caller.ts'
import { makeFirm, type Person } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

// The week of 22 Bahman 1405, a Thursday and a holiday.
const thursday = fromJalali({ year: 1405, month: 11, day: 22 })
const [monday, tuesday] = [
  fromJalali({ year: 1405, month: 11, day: 19 }),
  fromJalali({ year: 1405, month: 11, day: 20 }),
]
const week = {
  from: fromJalali({ year: 1405, month: 11, day: 17 }),
  to: fromJalali({ year: 1405, month: 11, day: 24 }),
}
const at = (day: string, clock: string) => instantAt(day, clock)

const itemsOf = async (person: Person): Promise<CalendarItem[]> =>
  (await call(person, calendarRoute, { query: week })).items
const theItem = async (person: Person, title: string) => {
  const found = (await itemsOf(person)).find((item) => item.title === title)
  if (!found) throw new Error(`no item ${title}`)
  return found
}

/** Where a minute of a day lies on the screen; scrolled into view first. */
async function place(page: Page, day: string, minute: number): Promise<{ x: number; y: number }> {
  const box = await page.locator(`[data-column="${day}"]`).boundingBox()
  if (!box) throw new Error(`no column ${day}`)
  return { x: box.x + box.width / 2, y: box.y + (minute / 1440) * box.height }
}
async function draw(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

for (const locale of ['fa', 'en'] as const)
  test(`a week is planned by drawing, moving and inviting, ${locale}`, async ({ page, openAs, request }) => {
    const t = wordsOf(locale)
    const isPersian = locale === 'fa'
    const firm = await makeFirm(isPersian ? 'شرکت تقویم' : 'Calendar Ltd', locale)
    const manager = firm.administrator
    const colleague = await firm.join(isPersian ? 'رضا نوری' : 'Reza Nouri', 'salesperson')
    await call(manager, createPartyRoute, {
      body: { kind: 'organization', name: 'فولاد سپیدرود', groups: ['customers'] },
    })
    const subject = isPersian ? 'جلسهٔ قرارداد' : 'Contract meeting'

    await openAs(manager, `/calendar?view=week&date=${thursday}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      isPersian ? '۱۷ – ۲۳ بهمن ۱۴۰۵' : '6 – 12 Feb 2027',
    )
    const holiday = isPersian ? 'پیروزی انقلاب اسلامی' : 'Victory of the Revolution'
    await expect(page.getByText(holiday)).toBeVisible()
    const left = async (day: string) => (await place(page, day, 600)).x
    expect((await left(monday)) > (await left(tuesday))).toBe(isPersian)

    await draw(page, await place(page, monday, 9 * 60), await place(page, monday, 10 * 60 + 30))
    const quick = page.getByRole('dialog', { name: t('calendar.newTitle') })
    await quick.getByRole('textbox', { name: t('activities.field.subject') }).fill(subject)
    await quick.getByRole('combobox', { name: t('activities.field.party') }).fill('سپیدرود')
    await page.getByRole('option', { name: 'فولاد سپیدرود' }).click()
    await quick.getByRole('button', { name: t('web.save') }).click()
    const block = page.getByRole('button', { name: new RegExp(`^${subject}`) })
    await expect(block).toBeVisible()
    expect(await theItem(manager, subject)).toMatchObject({
      kind: 'meeting',
      start: at(monday, '09:00'),
      end: at(monday, '10:30'),
      party: { name: 'فولاد سپیدرود' },
    })

    const grab = await place(page, monday, 9 * 60 + 30)
    await draw(page, grab, await place(page, tuesday, 11 * 60 + 30))
    await expect(page.getByText(t('calendar.moved', { subject }))).toBeVisible()
    await expect.poll(async () => (await theItem(manager, subject)).start).toBe(at(tuesday, '11:00'))
    await page
      .getByRole('button', { name: t('web.undo') })
      .first()
      .click()
    await expect.poll(async () => (await theItem(manager, subject)).start).toBe(at(monday, '09:00'))

    await expect(page.locator(`[data-column="${monday}"]`).getByRole('button')).toHaveCount(1)
    await block.focus()
    await page.keyboard.down('Alt')
    await page.keyboard.press(isPersian ? 'ArrowLeft' : 'ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.up('Alt')
    await expect.poll(async () => (await theItem(manager, subject)).start).toBe(at(tuesday, '09:15'))
    await expect(page.locator(`[data-column="${tuesday}"]`).getByRole('button')).toBeFocused()

    await block.click()
    const details = page.getByRole('dialog', { name: subject })
    await details.getByRole('button', { name: t('web.edit') }).click()
    const form = page.getByRole('dialog', {
      name: t('activities.form.edit', { kind: t('activities.kind.meeting') }),
    })
    const invited = form.getByRole('combobox', { name: t('activities.form.colleagues') })
    await invited.fill(colleague.name.slice(0, 3))
    await page.getByRole('option', { name: colleague.name }).click()
    await invited.press('Escape')
    const strip = form.getByRole('region', { name: t('calendar.freeBusy') })
    await expect(strip.getByText(colleague.name)).toBeVisible()
    await form.getByRole('button', { name: t('web.save') }).click()
    await expect(form).toBeHidden()

    await openAs(colleague, `/calendar?view=week&date=${thursday}`)
    await page.getByRole('button', { name: new RegExp(`^${subject}`) }).click()
    const invitation = page.getByRole('dialog', { name: subject })
    await expect(invitation.getByRole('button', { name: t('web.edit') })).toHaveCount(0)
    await invitation.getByRole('radio', { name: t('activities.answer.accepted'), exact: true }).click()
    await expect
      .poll(async () => (await theItem(manager, subject)).participants.map(({ response }) => response))
      .toEqual(['accepted'])

    await openAs(manager, '/profile?tab=calendar')
    await page.getByRole('button', { name: t('calendar.feed.make') }).click()
    const address = await page.getByText(/\/api\/v1\/calendar\/feeds\//).innerText()
    const feed = await request.get(manager.address + new URL(address).pathname)
    expect(feed.status()).toBe(200)
    expect(await feed.text()).toContain('BEGIN:VCALENDAR')
  })

test('of a series one occurrence or all after it are moved, by Jalali months', async ({ page, openAs }) => {
  const t = wordsOf('fa')
  const firm = await makeFirm('شرکت تکرار')
  const manager = firm.administrator
  const first = fromJalali({ year: 1405, month: 10, day: 1 })
  const { id } = await call(manager, createActivityRoute, {
    body: {
      kind: 'task',
      subject: 'گزارش اول ماه',
      dueAt: first,
      recurrence: { frequency: 'monthly', monthlyOn: 'firstDay' },
    },
  })
  const bahman = fromJalali({ year: 1405, month: 11, day: 1 })
  await openAs(manager, `/calendar?view=month&date=${bahman}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('بهمن ۱۴۰۵')
  const item = page.getByRole('button', { name: /^گزارش اول ماه/ }).first()
  await item.dragTo(page.locator(`[data-day="${fromJalali({ year: 1405, month: 11, day: 4 })}"]`))
  const question = page.getByRole('dialog', { name: t('calendar.moveSeries') })
  await expect(question.getByRole('radio', { name: t('calendar.scope.this') })).toBeChecked()
  await question.getByRole('button', { name: t('calendar.go') }).click()
  await expect(page.getByText(t('calendar.moved', { subject: 'گزارش اول ماه' }))).toBeVisible()
  const range = { from: bahman, to: fromJalali({ year: 1405, month: 12, day: 10 }) }
  const starts = async () =>
    (await call(manager, calendarRoute, { query: range })).items
      .filter(({ title }) => title === 'گزارش اول ماه')
      .map(({ start }) => start)
  await expect
    .poll(starts)
    .toEqual([fromJalali({ year: 1405, month: 11, day: 4 }), fromJalali({ year: 1405, month: 12, day: 1 })])
  const head: Activity = await call(manager, getActivityRoute, { params: { id } })
  expect(head.occurrence).toBe(1)
})

test('the firm sets its days off and hours, and the calendar follows', async ({ page, openAs }) => {
  const t = wordsOf('fa')
  const firm = await makeFirm('شرکت تعطیلات')
  await openAs(firm.administrator, '/settings/holidays')
  await expect(page.getByText('پیروزی انقلاب اسلامی')).toBeVisible()
  const earlier = page.getByRole('button', { name: /رمضان.*دیرتر/ })
  await earlier.click()
  await expect(page.getByText(t('calendar.source.edited'))).toBeVisible()
  await expect(earlier).toHaveCount(0)
  await page.getByRole('button', { name: t('calendar.resetHolidays') }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: t('calendar.resetHolidays') })
    .click()
  await expect(page.getByText(t('calendar.source.builtIn'))).toBeVisible()

  await page.goto(`${firm.administrator.address}/settings/working-week`)
  await page.getByText('پنجشنبه', { exact: true }).click()
  await page.getByRole('button', { name: t('web.save') }).click()
  await expect(page.getByText(t('web.saved'))).toBeVisible()
  const { days } = await call(firm.administrator, calendarRoute, { query: week })
  expect(days.map(({ off }) => off)).toEqual([false, false, false, false, false, true, true])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the list is read, something new is made on a day, and the days are gone through', async ({
    page,
    openAs,
  }) => {
    const t = wordsOf('fa')
    const firm = await makeFirm('شرکت همراه')
    await openAs(firm.administrator, `/calendar?date=${thursday}`)
    await expect(page.getByText('پیروزی انقلاب اسلامی')).toBeVisible()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await page
      .getByRole('button', { name: /پنجشنبه ۲۲ بهمن ۱۴۰۵$/ })
      .first()
      .tap()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('پنجشنبه ۲۲ بهمن ۱۴۰۵')
    const spot = await place(page, thursday, 10 * 60 + 10)
    await page.touchscreen.tap(spot.x, spot.y)
    const quick = page.getByRole('dialog', { name: t('calendar.newTitle') })
    await quick.getByRole('radio', { name: t('activities.kind.call') }).tap()
    await quick.getByRole('textbox', { name: t('activities.field.subject') }).fill('تماس با مشتری')
    await quick.getByRole('button', { name: t('web.save') }).tap()
    await expect(page.getByRole('button', { name: /^تماس با مشتری/ })).toBeVisible()
    expect(await theItem(firm.administrator, 'تماس با مشتری')).toMatchObject({
      kind: 'call',
      start: at(thursday, '10:00'),
    })
    await page.getByRole('button', { name: t('calendar.next') }).tap()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('جمعه ۲۳ بهمن ۱۴۰۵')
  })
})
