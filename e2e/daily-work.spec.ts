import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inviteUserRoute, listRolesRoute } from '@peyvand/identity/contract'
import type { Locale } from '@peyvand/platform/contract'
import type { Browser, Page } from '@playwright/test'
import { type ProgramProcess, startProcess } from '../bench/program-process.ts'
import { texts as kitTexts } from '../packages/ui/src/texts.ts'
import { call } from './support/caller.ts'
import { type Customer, messyFile } from './support/messy-file.ts'
import { expect, test } from './support/test.ts'
import { type Words, wordsOf } from './support/words.ts'

test.describe.configure({ mode: 'parallel', timeout: 240_000 })

interface Journey {
  locale: Locale
  isPhone: boolean
  encoding: 'windows1256' | 'utf8' | 'utf16le'
  delimiter: string
  wanted: Customer
  colleague: string
}

const persian = {
  locale: 'fa',
  wanted: { name: 'فولاد سپیدرود', mobile: '09123456789' },
  colleague: 'رضا نوری',
} as const
const journeys: Record<string, Journey> = {
  'in Persian': { ...persian, isPhone: false, encoding: 'windows1256', delimiter: ';' },
  'in English': {
    locale: 'en',
    isPhone: false,
    encoding: 'utf8',
    delimiter: ',',
    wanted: { name: 'Sepidrood Steel, Ltd', mobile: '09123456789' },
    colleague: 'Reza Nouri',
  },
  'on a phone': { ...persian, isPhone: true, encoding: 'utf16le', delimiter: '\t' },
}
const password = 'چهار اسب در باران'
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

for (const [name, journey] of Object.entries(journeys)) {
  test.describe(name, () => {
    test.use(journey.isPhone ? phone : {})

    let program: ProgramProcess
    let dataDir: string
    test.beforeAll(async () => {
      dataDir = mkdtempSync(join(tmpdir(), 'peyvand-journey-'))
      program = await startProcess(dataDir, { built: true, setup: null })
    })
    test.afterAll(async () => {
      await program.stop()
      rmSync(dataDir, { recursive: true, force: true })
    })

    test(`a firm sets up, brings its customers in and works on one together, ${name}`, async ({
      page,
      browser,
    }) => {
      const t = wordsOf(journey.locale)
      await setUp(page, program.address, journey)
      await importCustomers(page, t, journey)
      await findCustomer(page, t, journey)
      await logCall(page, t)
      const colleague = await joinFirm(browser, {
        invitation: await invite(page, program.address, journey),
        t,
        journey,
      })
      await referCall(page, t, journey)
      await answerReferral(colleague, t, journey)
      await colleague.context().close()
      await test.step('the answer stands in the file', async () => {
        await page.goto(`${program.address}/`)
        await findCustomer(page, t, journey)
        await expect(page.getByRole('main').getByText(words[journey.locale].answer).first()).toBeVisible()
      })
    })
  })
}

const words = {
  fa: { subject: 'پرسش قیمت ورق', note: 'لطفاً قیمت روز را بدهید', answer: 'قیمت روز فرستاده شد' },
  en: {
    subject: 'Price of steel sheets',
    note: 'Please give the price of today',
    answer: 'The price was sent',
  },
}

const setUp = (page: Page, address: string, { locale }: Journey) =>
  test.step('the setup page makes the firm', async () => {
    const t = wordsOf(locale)
    await page.goto(address)
    await expect(page.getByRole('heading', { name: wordsOf('fa')('identity.ui.setup.title') })).toBeVisible()
    if (locale === 'en') await page.getByText('English', { exact: true }).click()
    await page.getByLabel(t('identity.ui.firm.name')).fill(locale === 'fa' ? 'بازرگانی پارس' : 'Pars Trading')
    const name = locale === 'fa' ? 'مریم کاظمی' : 'Mary Kazemi'
    await page.getByLabel(t('identity.ui.fullName')).fill(name)
    await page.getByLabel(t('identity.user.email')).fill('Maryam@Example.com')
    const field = page.getByRole('textbox', { name: t('identity.ui.password'), exact: true })
    await field.fill('کوتاه')
    await page.getByRole('button', { name: t('identity.ui.setup.submit') }).click()
    await expect(page.getByText(t('error.password.tooShort', { minimum: 10 }))).toBeVisible()
    await field.fill(password)
    await page.getByRole('button', { name: t('identity.ui.setup.submit') }).click()
    await expect(page.getByRole('heading', { name: t('activities.home.greeting', { name }) })).toBeVisible()
  })

const importCustomers = (page: Page, t: Words, journey: Journey) =>
  test.step('5,000 messy rows come in', async () => {
    const { locale, wanted, encoding, delimiter } = journey
    const file = messyFile({ locale, wanted, encoding, delimiter })
    await goTo(page, t, journey, t('imports.nav'))
    await page
      .getByRole('link', { name: t('imports.new') })
      .first()
      .click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: kitTexts[locale].chooseFile }).click()
    await (await chooser).setFiles({ name: file.name, mimeType: 'text/csv', buffer: file.content })

    await expect(page.getByText(t(`imports.format.encoding.${encoding}`)).first()).toBeVisible()
    await page.getByRole('button', { name: t('imports.next') }).click()
    await expect(page.getByText(t('imports.columns.hint', { mapped: 4, all: 6 }))).toBeVisible()
    await page.getByRole('button', { name: t('imports.next') }).click()
    await page.getByRole('button', { name: t('imports.choices.groups') }).click()
    await page.getByRole('option', { name: locale === 'fa' ? 'مشتریان' : 'Customers' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: t('imports.check.start') }).click()

    const number = new Intl.NumberFormat(locale === 'fa' ? 'fa-IR' : 'en-US')
    for (const [outcome, count] of Object.entries(file.counts)) {
      const tile = t(`imports.outcome.${outcome === 'duplicates' ? 'duplicate' : outcome}`)
      const shown = page.getByRole('radio', { name: `${tile} ${number.format(count)}` })
      await expect(shown).toBeVisible({ timeout: 60_000 })
    }
    const written = { n: file.counts.new, shown: number.format(file.counts.new) }
    await page.getByRole('button', { name: t('imports.run.start', written) }).click()
    await expect(page.getByText(t('imports.result.done', written))).toBeVisible({ timeout: 60_000 })
  })

/** By a part of the number, as one reads it from a telephone. */
const findCustomer = (page: Page, t: Words, { wanted }: Journey) =>
  test.step('the customer is found by a part of the number', async () => {
    await page
      .getByRole('button', { name: t('shell.searchLabel') })
      .first()
      .click()
    await page
      .getByRole('dialog')
      .getByRole('combobox')
      .or(page.getByRole('dialog').getByRole('searchbox'))
      .fill('345678')
    await page.getByRole('option', { name: wanted.name }).click()
    await expect(page.getByRole('heading', { name: wanted.name })).toBeVisible()
  })

const logCall = (page: Page, t: Words) =>
  test.step('a call is logged with its follow-up', async () => {
    const { subject } = t('web.save') === 'Save' ? words.en : words.fa
    await page.getByRole('radio', { name: t('activities.kind.call') }).click()
    await page.getByRole('textbox', { name: t('activities.field.subject'), exact: true }).fill(subject)
    await page.getByRole('button', { name: t('activities.followUp'), exact: true }).click()
    await page.getByRole('radio', { name: t('activities.preset.tomorrow') }).click()
    await page.getByRole('button', { name: t('web.save') }).click()
    await expect(page.getByText(t('activities.savedWithFollowUp', { subject }))).toBeVisible()
  })

/** A colleague is invited by the API; the invitation is followed on its page. */
async function invite(page: Page, address: string, { colleague }: Journey): Promise<string> {
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const caller = { address, cookie, from: '10.1.1.1' }
  const { items } = await call(caller, listRolesRoute, {})
  const { invitation } = await call(caller, inviteUserRoute, {
    body: {
      name: colleague,
      email: 'reza@example.com',
      roleIds: items.filter(({ key }) => key === 'manager').map(({ id }) => id),
    },
  })
  return invitation.url
}

const referCall = (page: Page, t: Words, { locale, colleague }: Journey) =>
  test.step('the call is referred to a colleague', async () => {
    const { subject, note } = words[locale]
    await page.reload()
    await page.getByRole('link', { name: subject }).first().click()
    await page.getByRole('button', { name: t('referrals.refer') }).click()
    const dialog = page.getByRole('dialog', { name: t('referrals.referTitle', { subject }) })
    await dialog.getByRole('combobox', { name: t('referrals.to') }).fill(colleague)
    await page.getByRole('option', { name: colleague }).click()
    await dialog.getByLabel(t('referrals.note')).fill(note)
    await dialog.getByRole('button', { name: t('referrals.refer') }).click()
    await expect(page.getByText(t('referrals.sent', { names: colleague }))).toBeVisible()
  })

interface Join {
  invitation: string
  t: Words
  journey: Journey
}

/** The colleague's own browser, at the kartabl. */
const joinFirm = (browser: Browser, { invitation, t, journey }: Join) =>
  test.step('a colleague follows the invitation', async () => {
    const context = await browser.newContext(journey.isPhone ? phone : {})
    const page = await context.newPage()
    await page.goto(invitation)
    if (journey.locale === 'en') await page.getByText('English', { exact: true }).click()
    await page.getByRole('textbox', { name: t('identity.ui.newPassword'), exact: true }).fill(password)
    await page.getByRole('button', { name: t('identity.ui.invitation.submit') }).click()
    await page
      .getByRole('link', { name: t('referrals.nav') })
      .filter({ visible: true })
      .first()
      .click()
    await expect(page.getByText(t('referrals.empty'))).toBeVisible()
    return page
  })

const answerReferral = (page: Page, t: Words, { locale }: Journey) =>
  test.step('it appears in the kartabl and is answered there', async () => {
    const { subject, note, answer } = words[locale]
    await page.getByRole('button', { name: subject }).first().click()
    await expect(page.getByRole('region', { name: t('referrals.note') }).getByText(note)).toBeVisible()
    await page.getByRole('button', { name: t('referrals.action.answer'), exact: true }).click()
    await expect(page.getByText(t('error.referrals.textNeeded'))).toBeVisible()
    await page.getByRole('textbox', { name: t('referrals.answer') }).fill(answer)
    await page.getByRole('button', { name: t('referrals.action.answer'), exact: true }).click()
    await expect(page.getByText(t('referrals.told.answer', { subject }))).toBeVisible()
  })

/** By the navigation; on a phone it is behind its button. */
async function goTo(page: Page, t: Words, { isPhone }: Journey, place: string): Promise<void> {
  if (isPhone) await page.getByRole('button', { name: t('shell.openNavigation') }).click()
  await page.getByRole('link', { name: place, exact: true }).first().click()
}
