import { createActivityRoute, listActivitiesRoute } from '@peyvand/activities/contract'
import { createPartyRoute, listPartiesRoute } from '@peyvand/parties/contract'
import { actOnReferralRoute, createReferralRoute, getReferralRoute } from '@peyvand/referrals/contract'
import type { Page } from '@playwright/test'
import { call, tryCall } from './support/caller.ts'
import { makeFirm, type Person } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

// Without a network the device serves the program and what it has kept; Chromium cuts the network off for both.
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, serviceWorkers: 'allow' })

const t = wordsOf('fa')
const count = (n: number) => t('offline.waiting', { count: n })

test('on a phone without a network, files and the kartabl are read, and what is written is sent once, later', async ({
  page,
  context,
  openAs,
}) => {
  const firm = await makeFirm('شرکت بی‌شبکه')
  const person = firm.administrator
  const colleague = await firm.join('رضا نوری', 'manager')
  const party = await customer(person, 'فولاد سپیدرود')
  const { referralId } = await refer(colleague, person, 'قیمت روز ورق')

  await test.step('with a network the phone keeps what is opened', async () => {
    await openAs(person, `/worklists?open=${referralId}`)
    await expect(page.getByRole('heading', { name: 'قیمت روز ورق' })).toBeVisible()
    await page.goto(`${person.address}/parties/${party.id}`)
    await expect(page.getByRole('heading', { name: party.name })).toBeVisible()
    await appIsKept(page)
  })

  await context.setOffline(true)
  await test.step('the file opens from the device and tells its age', async () => {
    await page.goto(`${person.address}/parties/${party.id}`)
    await expect(page.getByRole('heading', { name: party.name })).toBeVisible()
    await expect(page.getByText(t('shell.offline'))).toBeVisible()
    await expect(page.getByText(t('offline.asOf', { time: '' }).slice(0, 15))).toBeVisible()
  })
  await test.step('a call is written in it', async () => {
    await page.getByRole('radio', { name: t('activities.kind.call') }).click()
    await page.getByRole('textbox', { name: t('activities.field.subject'), exact: true }).fill('پرسش موجودی')
    await page.getByRole('button', { name: t('web.save') }).click()
    await expect(page.getByText(t('offline.kept', { title: 'پرسش موجودی' }))).toBeVisible()
    await expect(page.getByText(count(1))).toBeVisible()
  })
  await test.step('the referral is answered, once', async () => {
    await page.goto(`${person.address}/worklists?open=${referralId}`)
    await page.getByRole('textbox', { name: t('referrals.answer') }).fill('کیلویی شصت هزار تومان')
    await page.getByRole('button', { name: t('referrals.action.answer'), exact: true }).click()
    await expect(page.getByText(t('referrals.answerWaits'))).toBeVisible()
    await expect(page.getByRole('textbox', { name: t('referrals.answer') })).toHaveCount(0)
  })
  await test.step('a new customer is written down, and what waits survives a restart', async () => {
    await quickPerson(page, 'زهرا', 'بهرامی')
    await expect(page.getByText(t('offline.kept', { title: 'زهرا بهرامی' }))).toBeVisible()
    await page.reload()
    await expect(page.getByText(count(3))).toBeVisible()
  })
  await test.step('what waits is listed in its order, and one of it is changed', async () => {
    await page.getByRole('button', { name: t('offline.look') }).click()
    const list = page.getByRole('list', { name: t('offline.list') })
    await expect(list.getByRole('listitem').locator('strong')).toHaveText([
      'پرسش موجودی',
      'قیمت روز ورق',
      'زهرا بهرامی',
    ])
    await list
      .getByRole('listitem')
      .first()
      .getByRole('button', { name: t('web.edit') })
      .click()
    const subject = page.getByRole('textbox', { name: t('activities.field.subject'), exact: true })
    await expect(subject).toHaveValue('پرسش موجودی')
    await subject.fill('پرسش موجودی ورق')
    await page.getByRole('button', { name: t('web.save') }).click()
    await expect(page.getByText(count(3))).toBeVisible()
  })

  await context.setOffline(false)
  await test.step('everything is sent once, and the notices go', async () => {
    await expect(page.getByText(t('shell.offline'))).toBeHidden({ timeout: 40_000 })
    await expect(page.getByText(count(1))).toBeHidden()
    await expect(page.getByRole('button', { name: t('offline.look') })).toBeHidden()
    const calls = await call(person, listActivitiesRoute, { query: { q: 'پرسش موجودی' } })
    expect(calls.items.map(({ subject }) => subject)).toEqual(['پرسش موجودی ورق'])
    const people = await call(person, listPartiesRoute, { query: { q: 'بهرامی' } })
    expect(people.items.map(({ name }) => name)).toEqual(['زهرا بهرامی'])
    const referral = await call(person, getReferralRoute, { params: { id: referralId } })
    expect(referral.answer).toBe('کیلویی شصت هزار تومان')
  })
})

test('what no longer fits is shown beside what the server has, and the reader decides', async ({
  page,
  context,
  openAs,
}) => {
  const firm = await makeFirm('شرکت ناسازگار')
  const person = firm.administrator
  const colleague = await firm.join('رضا نوری', 'manager')
  const { referralId } = await refer(colleague, person, 'پاسخ نامهٔ بیمه')
  await openAs(person, `/worklists?open=${referralId}`)
  await expect(page.getByRole('textbox', { name: t('referrals.answer') })).toBeVisible()
  await appIsKept(page)

  await context.setOffline(true)
  await expect(page.getByText(t('shell.offline'))).toBeVisible()
  await page.getByRole('textbox', { name: t('referrals.answer') }).fill('بیمه را تمدید کنید')
  await page.getByRole('button', { name: t('referrals.action.answer'), exact: true }).click()
  await quickPerson(page, 'مینا', 'راد', '09121112233')
  await expect(page.getByText(count(2))).toBeVisible()

  // The same person has finished it meanwhile, at another computer.
  const now = await call(person, actOnReferralRoute, {
    params: { id: referralId },
    body: { action: 'finish', text: 'تلفنی گفته شد' },
  })
  await call(person, createPartyRoute, {
    body: {
      kind: 'person',
      lastName: 'راد مینایی',
      contactPoints: [{ type: 'mobile', value: '09121112233' }],
    },
  })
  await context.setOffline(false)
  await expect(page.getByText(t('offline.attention', { count: 2 }))).toBeVisible({ timeout: 40_000 })
  await page.getByRole('button', { name: t('offline.look') }).click()
  const [answer, twin] = ['پاسخ نامهٔ بیمه', 'مینا راد'].map((title) =>
    page
      .getByRole('list', { name: t('offline.list') })
      .getByRole('listitem')
      .filter({ hasText: title }),
  )
  if (!answer || !twin) throw new Error('two items')
  await expect(answer.getByRole('region', { name: t('offline.yours') })).toContainText('بیمه را تمدید کنید')
  await expect(answer.getByRole('region', { name: t('offline.theirs') })).toContainText(
    t(`referrals.state.${now.state}`),
  )
  await expect(twin.getByRole('region', { name: t('offline.theirs') })).toContainText('راد مینایی')

  await twin.getByRole('button', { name: t('offline.nevertheless') }).click()
  await expect(page.getByText(t('offline.sent', { title: 'مینا راد' }))).toBeVisible()
  await answer.getByRole('button', { name: t('web.delete') }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: t('web.delete') })
    .click()
  await expect(page.getByText(t('offline.none'))).toBeVisible()
  const people = await call(person, listPartiesRoute, { query: { q: '9121112233' } })
  expect(people.items.map(({ name }) => name).toSorted()).toEqual(['راد مینایی', 'مینا راد'])
})

test('after signing out nothing of it is left on the device, and the next user sends nothing of it', async ({
  page,
  context,
  openAs,
}) => {
  const firm = await makeFirm('شرکت گوشی مشترک')
  const person = firm.administrator
  const next = await firm.join('سارا محمدی', 'manager')
  const party = await customer(person, 'پخش البرز')
  await openAs(person, `/parties/${party.id}`)
  await expect(page.getByRole('heading', { name: party.name })).toBeVisible()
  await appIsKept(page)

  await context.setOffline(true)
  await expect(page.getByText(t('shell.offline'))).toBeVisible()
  await quickPerson(page, 'نگار', 'صدر')
  await expect(page.getByText(count(1))).toBeVisible()
  await page.getByRole('button', { name: t('shell.userMenu', { name: person.name }) }).click()
  await page.getByRole('menuitem', { name: t('shell.signOut') }).click()
  await expect(page.getByText(t('offline.leaveBody', { count: 1 }))).toBeVisible()
  await page.getByRole('button', { name: t('offline.leave') }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  expect(await kept(page)).toEqual({ answers: 0, outbox: 0 })
  await page.goto(`${person.address}/parties/${party.id}`)
  await expect(page.getByText(t('web.offlineProblem'))).toBeVisible()
  await expect(page.getByText(party.name)).toHaveCount(0)

  // With the network the session ends with the server too, before anybody signs in.
  await context.setOffline(false)
  await page.goto(`${person.address}/sign-in`)
  await page.getByLabel(t('identity.user.email')).fill(next.email)
  expect((await tryCall(person, listPartiesRoute, { query: {} })).status).toBe(401)
  await page.getByLabel(t('identity.ui.password'), { exact: true }).fill(next.password)
  await page.getByRole('button', { name: t('identity.ui.signIn.submit') }).click()
  await expect(page.getByRole('button', { name: t('shell.userMenu', { name: next.name }) })).toBeVisible()
  await expect(page.getByText(t('shell.offline'))).toBeHidden()
  expect((await call(next, listPartiesRoute, { query: { q: 'صدر' } })).items).toEqual([])
})

test('what one user has written waits while another works on the same device', async ({
  page,
  context,
  openAs,
}) => {
  const firm = await makeFirm('شرکت دو کاربر')
  const person = firm.administrator
  const other = await firm.join('سارا محمدی', 'salesperson')
  await openAs(person)
  await appIsKept(page)
  await context.setOffline(true)
  await expect(page.getByText(t('shell.offline'))).toBeVisible()
  await quickPerson(page, 'نگار', 'صدر')
  await expect(page.getByText(count(1))).toBeVisible()
  await page.goto('about:blank')

  await context.setOffline(false)
  await openAs(other)
  await expect(page.getByRole('button', { name: t('shell.userMenu', { name: other.name }) })).toBeVisible()
  await expect(page.getByText(count(1))).toHaveCount(0)
  expect((await call(person, listPartiesRoute, { query: { q: 'صدر' } })).items).toEqual([])

  await openAs(person)
  await expect(page.getByText(t('offline.sent', { title: 'نگار صدر' }))).toBeVisible({ timeout: 40_000 })
  const { items } = await call(person, listPartiesRoute, { query: { q: 'صدر' } })
  expect(items.map(({ owner }) => owner?.id)).toEqual([person.id])
})

const customer = (person: Person, name: string) =>
  call(person, createPartyRoute, { body: { kind: 'organization', name } })

async function refer(from: Person, to: Person, subject: string): Promise<{ referralId: string }> {
  const { id: activityId } = await call(from, createActivityRoute, { body: { kind: 'task', subject } })
  const { items } = await call(from, createReferralRoute, { body: { activityId, to: [{ userId: to.id }] } })
  if (!items[0]) throw new Error('nothing was referred')
  return { referralId: items[0].id }
}

/** The service worker has all files, and the answers on the screen were kept. */
async function appIsKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(async () => (await kept(page)).answers).toBeGreaterThan(0)
}

const kept = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('peyvand')
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error))
    })
    const counted = (name: string) =>
      new Promise<number>((resolve) => {
        const request = database.transaction(name).objectStore(name).count()
        request.addEventListener('success', () => resolve(request.result))
      })
    const counts = { answers: await counted('answers'), outbox: await counted('outbox') }
    database.close()
    return counts
  })

async function quickPerson(page: Page, first: string, last: string, mobile?: string): Promise<void> {
  await page.getByRole('button', { name: t('shell.newLabel') }).click()
  await page.getByRole('menuitem', { name: t('parties.newPerson') }).click()
  const form = page.getByRole('dialog', { name: t('parties.form.new') })
  await form.getByLabel(t('parties.field.firstName'), { exact: true }).fill(first)
  await form.getByLabel(t('parties.field.lastName')).fill(last)
  if (mobile)
    await form
      .getByRole('textbox', { name: t('parties.contact.mobile') })
      .first()
      .fill(mobile)
  await form.getByRole('button', { name: t('web.save'), exact: true }).click()
  await expect(form).toBeHidden()
}
