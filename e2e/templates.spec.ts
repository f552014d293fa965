import { createPartyRoute } from '@peyvand/parties/contract'
import type { Locale } from '@peyvand/platform/contract'
import { listRunsRoute, listTemplatesRoute } from '@peyvand/templates/contract'
import type { Page } from '@playwright/test'
import { call } from './support/caller.ts'
import { type Firm, makeFirm, type Person } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { type Words, wordsOf } from './support/words.ts'

interface Journey {
  locale: Locale
  isPhone: boolean
}
const journeys: Record<string, Journey> = {
  'in Persian': { locale: 'fa', isPhone: false },
  'in English on a phone': { locale: 'en', isPhone: true },
}
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const said = {
  fa: {
    firm: 'بازرگانی پارس',
    seller: 'رضا نوری',
    lastName: 'کاظمی',
    template: 'خبر رسیدن کالا',
    greeting: 'سلام ',
    news: '، کالای شما رسید.',
    filled: 'سلام کاظمی، کالای شما رسید.',
    script: 'نظرسنجی تحویل',
    opening: 'کالا سالم رسید؟',
    yes: 'بله، سالم',
    no: 'خیر',
    second: 'چه آسیبی دیده است؟',
    harm: 'رنگ پریدگی',
    happy: 'راضی',
    unhappy: 'ناراضی',
    subject: 'پیگیری تحویل',
  },
  en: {
    firm: 'Pars Trading',
    seller: 'Reza Nouri',
    lastName: 'Kazemi',
    template: 'Goods have arrived',
    greeting: 'Hello ',
    news: ', your goods have arrived.',
    filled: 'Hello Kazemi, your goods have arrived.',
    script: 'Delivery survey',
    opening: 'Did the goods arrive safely?',
    yes: 'Yes, safely',
    no: 'No',
    second: 'What is damaged?',
    harm: 'Scratched paint',
    happy: 'Content',
    unhappy: 'Not content',
    subject: 'Delivery follow-up',
  },
}
type Said = (typeof said)['fa']

for (const [name, { locale, isPhone }] of Object.entries(journeys)) {
  test.describe(name, () => {
    test.use(isPhone ? phone : {})
    test(`a template is made and written with, a call is led by a script and counted, ${name}`, async ({
      page,
      openAs,
    }) => {
      test.setTimeout(300_000)
      const t = wordsOf(locale)
      const words = said[locale]
      const firm = await makeFirm(words.firm, locale)
      const seller = await firm.join(words.seller, 'salesperson')
      const { id: partyId } = await call(seller, createPartyRoute, {
        body: { kind: 'person', lastName: words.lastName },
      })
      await makeTemplate(page, { openAs, firm, t, words })
      await writeWithIt(page, { openAs, seller, partyId, t, words })
      await makeScript(page, { openAs, firm, t, words })
      await callByIt(page, { openAs, seller, partyId, t, words })
      await seeAnswers(page, { openAs, firm, seller, t, words })
    })
  })
}

interface Scene {
  openAs: (person: Person, path?: string) => Promise<void>
  t: Words
  words: Said
}

const makeTemplate = (page: Page, { openAs, firm, t, words }: Scene & { firm: Firm }) =>
  test.step('the manager makes a template and sees it filled', async () => {
    await openAs(firm.administrator, '/templates')
    await page
      .getByRole('link', { name: t('templates.ui.new') })
      .first()
      .click()
    const form = page.getByRole('form', { name: t('templates.ui.new') })
    await form.getByRole('textbox', { name: t('templates.field.name') }).fill(words.template)
    const body = form.getByRole('textbox', { name: t('templates.ui.body') })
    await body.fill(words.greeting)
    await form.getByRole('button', { name: t('templates.ui.insertField') }).click()
    const field = t('templates.field.party.lastName')
    await page.getByRole('searchbox', { name: t('templates.ui.insertField') }).fill(field)
    await page.getByRole('option', { name: field }).click()
    await expect(body).toHaveValue(`${words.greeting}{{${field}}}`)
    await expect(form.getByText(t('templates.ui.uncovered', { fields: field }))).toBeVisible()
    await body.press('End')
    await body.pressSequentially(words.news)
    await form.getByText(t('templates.visibility.firm'), { exact: true }).click()
    const party = page.getByRole('combobox', { name: t('templates.ui.previewParty') })
    await party.click()
    await party.fill(words.lastName)
    await page.getByRole('option', { name: words.lastName }).click()
    await expect(page.getByText(words.filled)).toBeVisible()
    await form.getByRole('button', { name: t('web.save') }).click()
    await expect(page.getByText(t('templates.ui.saved', { name: words.template }))).toBeVisible()
  })

const writeWithIt = (
  page: Page,
  { openAs, seller, partyId, t, words }: Scene & { seller: Person; partyId: string },
) =>
  test.step('a salesperson writes with it in the file of a party, and it is counted', async () => {
    await openAs(seller, `/parties/${partyId}`)
    await page.getByRole('radio', { name: t('activities.kind.sms'), exact: true }).click()
    const body = page.getByRole('textbox', { name: t('activities.form.body.sms') })
    await body.press('/')
    await page.getByRole('searchbox', { name: t('templates.ui.choose') }).fill(words.template)
    await page.getByRole('option', { name: words.template }).click()
    await expect(body).toHaveValue(words.filled)
    await expect(page.getByText(/^[1۱] (SMS|پیامک)/)).toBeVisible()
    await page.getByRole('button', { name: t('web.save'), exact: true }).click()
    await expect(page.getByText(t('activities.saved', { subject: words.filled }))).toBeVisible()
    const { items } = await call(seller, listTemplatesRoute, { query: { q: words.template } })
    expect(items[0]).toMatchObject({ uses: 1, can: { update: false } })
  })

const makeScript = (page: Page, { openAs, firm, t, words }: Scene & { firm: Firm }) =>
  test.step('the manager writes a call script; what is missing is told until it is mended', async () => {
    await openAs(firm.administrator, '/scripts')
    await page
      .getByRole('link', { name: t('templates.ui.newScript') })
      .first()
      .click()
    const form = page.getByRole('form', { name: t('templates.scripts') })
    const text = (key: string, values?: Record<string, string | number>) =>
      form.getByRole('textbox', { name: t(key, values), exact: true })
    const choose = async (field: string, option: string) => {
      await form.getByRole('button', { name: field }).click()
      await page.getByRole('option', { name: option }).click()
    }
    await text('templates.field.name').fill(words.script)
    await text('templates.ui.outcomeNumber', { number: 1 }).fill(words.happy)
    await form.getByRole('button', { name: t('templates.ui.addOutcome') }).click()
    await text('templates.ui.outcomeNumber', { number: 2 }).fill(words.unhappy)

    await choose(t('templates.ui.answerType'), t('templates.ui.question.single'))
    await form.getByRole('textbox', { name: t('templates.ui.question') }).fill(words.opening)
    const isInUse = form.getByRole('switch', { name: t('templates.script.active') })
    await expect(isInUse).toBeDisabled()
    await expect(form.getByText(t('templates.ui.fault.noOptions')).first()).toBeVisible()
    for (const [index, label] of [words.yes, words.no].entries()) {
      await form.getByRole('button', { name: t('templates.ui.addOption') }).click()
      await text('templates.ui.optionNumber', { number: index + 1 }).fill(label)
    }
    await choose(
      t('templates.ui.optionLeadsTo', { label: words.yes }),
      t('templates.ui.toOutcome', { label: words.happy }),
    )
    await choose(t('templates.ui.optionLeadsTo', { label: words.no }), t('templates.ui.toNewStep'))

    await expect(text('templates.ui.stepTitle')).toHaveValue(t('templates.ui.newStep', { number: 2 }))
    await expect(form.getByText(t('templates.ui.fault.noEnd')).first()).toBeVisible()
    await choose(t('templates.ui.answerType'), t('templates.ui.question.text'))
    await form.getByRole('textbox', { name: t('templates.ui.question') }).fill(words.second)
    await choose(t('templates.ui.then'), t('templates.ui.toOutcome', { label: words.unhappy }))
    await expect(form.getByText(t('templates.ui.sound'))).toBeVisible()
    await form.getByText(t('templates.script.active'), { exact: true }).click()
    await expect(isInUse).toBeChecked()
    await form.getByRole('button', { name: t('web.save') }).click()
    await expect(page.getByText(t('templates.ui.saved', { name: words.script }))).toBeVisible()
  })

const callByIt = (
  page: Page,
  { openAs, seller, partyId, t, words }: Scene & { seller: Person; partyId: string },
) =>
  test.step('a salesperson calls by it, leaves, comes back and records the call', async () => {
    const openCall = async () => {
      await openAs(seller, `/parties/${partyId}`)
      await page.getByRole('radio', { name: t('activities.kind.call'), exact: true }).click()
    }
    await openCall()
    await page.getByRole('button', { name: t('templates.ui.startScript'), exact: true }).click()
    await page.getByRole('option', { name: words.script }).click()
    await page.getByRole('group', { name: words.opening }).getByRole('button', { name: words.yes }).click()
    await expect(page.getByText(t('templates.ui.ended', { label: words.happy }))).toBeVisible()
    await page.getByRole('button', { name: t('templates.ui.back') }).click()
    await page.getByRole('button', { name: words.no, exact: true }).click()
    await expect(page.getByRole('textbox', { name: words.second })).toBeVisible()

    await openCall()
    await page.getByRole('button', { name: t('templates.ui.resume', { name: words.script }) }).click()
    await page.getByRole('textbox', { name: words.second }).fill(words.harm)
    await page.getByRole('button', { name: t('templates.ui.goOn'), exact: true }).click()
    await expect(page.getByText(t('templates.ui.ended', { label: words.unhappy }))).toBeVisible()
    await page.getByRole('textbox', { name: t('activities.field.subject') }).fill(words.subject)
    await page.getByRole('button', { name: t('web.save'), exact: true }).click()
    await expect(page.getByText(t('activities.saved', { subject: words.subject }))).toBeVisible()
  })

const seeAnswers = (page: Page, { openAs, firm, seller, words }: Scene & { firm: Firm; seller: Person }) =>
  test.step('the answers stand with the call and are counted for the manager', async () => {
    const { items } = await call(seller, listRunsRoute, { query: {} })
    expect(items).toHaveLength(1)
    const [run] = items
    expect(run).toMatchObject({ state: 'done', activity: { name: words.subject } })
    await openAs(firm.administrator, `/activities/${run?.activity?.id}`)
    const main = page.getByRole('main')
    await expect(main.getByText(words.second)).toBeVisible()
    await expect(main.getByText(words.harm)).toBeVisible()
    await main.getByRole('link', { name: words.script }).click()
    await expect(main.getByRole('heading', { name: words.opening })).toBeVisible()
    await expect(main.getByText(words.unhappy).first()).toBeVisible()
    await expect(main.getByRole('link', { name: words.lastName })).toBeVisible()
  })
