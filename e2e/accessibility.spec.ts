import { AxeBuilder } from '@axe-core/playwright'
import { createActivityRoute } from '@peyvand/activities/contract'
import { createDocumentRoute } from '@peyvand/documents/contract'
import { getProfileRoute, updateProfileRoute } from '@peyvand/identity/contract'
import { createPartyRoute } from '@peyvand/parties/contract'
import type { Locale } from '@peyvand/platform/contract'
import { createReferralRoute } from '@peyvand/referrals/contract'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { call } from './support/caller.ts'
import { type Firm, makeFirm } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const screens = [
  '/',
  '/worklists',
  '/activities',
  '/activities/calls',
  '/calendar?view=week',
  '/calendar?view=month',
  '/calendar?view=agenda',
  '/calendar?view=team',
  '/letter-book',
  '/letters/new?direction=incoming',
  '/letters/new?direction=outgoing',
  '/templates',
  '/templates/new',
  '/scripts',
  '/scripts/new',
  '/parties',
  '/parties/new?kind=person',
  '/parties/bin',
  '/parties/duplicates',
  '/undo',
  '/leads',
  '/leads/forms/new',
  '/pipeline',
  '/pipeline/forecast',
  '/deals',
  '/documents',
  '/documents/new?kind=quote',
  '/purchases',
  '/deals/competitors',
  '/products',
  '/price-lists',
  '/discounts',
  '/settings/fields',
  '/settings/record-kinds',
  '/settings/leads',
  '/settings/pipelines',
  '/settings/catalog',
  '/settings/documents',
  '/settings/document-designs',
  '/imports',
  '/imports/new',
  '/profile',
  '/profile?tab=security',
  '/profile?tab=calendar',
  '/profile?tab=notifications',
  '/notifications',
  '/settings/firm',
  '/settings/users',
  '/settings/teams',
  '/settings/roles',
  '/settings/lists',
  '/settings/tags',
  '/settings/numbering',
  '/settings/party-groups',
  '/settings/letter-registers',
  '/settings/letterheads',
  '/settings/letterheads/new',
  '/settings/working-week',
  '/settings/holidays',
  '/settings/channels',
  '/settings/channels?tab=sms',
  '/settings/channels?tab=log',
  '/settings/api-keys',
  '/settings/webhooks',
  '/settings/webhooks?show=log',
  '/settings/webhooks?form=new',
  '/settings/audit',
]

let firm: Firm
let partyId: string
let activityId: string
let documentId: string
let colleagueId: string

test.beforeAll(async () => {
  firm = await makeFirm('شرکت دسترس‌پذیر')
  const { administrator } = firm
  const colleague = await firm.join('رضا نوری', 'manager')
  colleagueId = colleague.id
  const party = await call(administrator, createPartyRoute, {
    body: {
      kind: 'organization',
      name: 'فولاد سپیدرود',
      groups: ['customers'],
      contactPoints: [{ type: 'mobile', value: '09123456789' }],
    },
  })
  partyId = party.id
  const activity = await call(administrator, createActivityRoute, {
    body: {
      kind: 'call',
      subject: 'پرسش قیمت ورق',
      parties: [{ partyId }],
      followUp: { kind: 'task', subject: 'فرستادن پیش‌فاکتور', dueAt: '2020-01-01' },
    },
  })
  activityId = activity.id
  const lines = [{ name: 'ورق سیاه', quantity: '3', priceBy: 'hand' as const, unitPrice: '50000000' }]
  const quote = await call(administrator, createDocumentRoute, { body: { kind: 'quote', partyId, lines } })
  documentId = quote.id
  await call(colleague, createReferralRoute, {
    body: { activityId, to: [{ userId: administrator.id }], note: 'پیگیری شود' },
  })
})

for (const locale of ['fa', 'en'] as const)
  test(`screens are free of serious barriers, ${locale}`, async ({ page, openAs }) => {
    test.setTimeout(420_000)
    const { version } = await call(firm.administrator, getProfileRoute, {})
    await call(firm.administrator, updateProfileRoute, { body: { version, locale, theme: 'system' } })
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await openAs(firm.administrator)
    const barriers: string[] = []
    // Screens are built alike in both languages: English is judged on every fifth of them.
    const judged = locale === 'fa' ? screens : screens.filter((_, index) => index % 5 === 0)
    for (const path of [...judged, ...screensOfRecords()]) barriers.push(...(await barriersAt(page, path)))
    barriers.push(...(await barriersOfOverlays(page, locale)))
    expect(barriers).toEqual([])
  })

const screensOfRecords = () => [
  `/parties/${partyId}`,
  `/activities/${activityId}`,
  `/documents/${documentId}`,
  `/settings/access?user=${colleagueId}&record=parties&recordId=${partyId}`,
  `/settings/users/${colleagueId}/leave`,
]

async function barriersAt(page: Page, path: string): Promise<string[]> {
  await page.goto(new URL(path, page.url()).href)
  await page.getByRole('main').getByRole('heading').first().waitFor()
  await expect(page.getByRole('status', { name: /./ })).toHaveCount(0)
  return judge(page, path)
}

/** The palette, the user's menu and a drawer with a form, each open. */
async function barriersOfOverlays(page: Page, locale: Locale): Promise<string[]> {
  const t = wordsOf(locale)
  await page.goto(new URL('/activities', page.url()).href)
  await page.getByRole('button', { name: t('shell.userMenu', { name: firm.administrator.name }) }).click()
  await page.getByRole('menu').waitFor()
  const menu = await judge(page, 'user menu')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  const palette = await judge(page, 'palette')
  await page.keyboard.press('Escape')
  await page.goto(new URL('/activities/calls?new=call', page.url()).href)
  await page.getByRole('dialog').waitFor()
  const drawer = await judge(page, 'composer')
  return [...menu, ...palette, ...drawer]
}

/** The dark theme differs in colours alone, and colours know no language: Persian stands for both. */
async function judge(page: Page, place: string): Promise<string[]> {
  const light = await judging(page).analyze()
  if ((await page.locator('html').getAttribute('lang')) !== 'fa') return seriousOf(place, light)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expect(page.locator('html.dark')).toHaveCount(1)
  // Even the shortest change of colour lasts until the next frame.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState === 'finished'),
  )
  const dark = await judging(page).withRules(['color-contrast']).analyze()
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  return [...seriousOf(place, light), ...seriousOf(place, dark)]
}

/** No screen has frames of other origins, and what is in order need not be listed: judging takes a third of the time. */
const judging = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })

const seriousOf = (place: string, { violations }: AxeResults): string[] =>
  violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary}`)
