// `npm run screenshots`: makes the pictures of the README from a fresh firm full of sample data.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Session, Setup } from '@peyvand/identity/contract'
import type { Locale, Operation } from '@peyvand/platform/contract'
import { type Browser, chromium, type Page } from '@playwright/test'
import { startProcess } from '../bench/program-process.ts'
import playwrightConfig from '../e2e/playwright.config.ts'
import { messyFile } from '../e2e/support/messy-file.ts'
import { ensureBuild, root } from './ensure.mjs'

interface Picture {
  file: string
  path: string
  locale?: Locale
  theme?: 'light' | 'dark'
  isPhone?: boolean
}

const folder = join(root, 'docs/screenshots')
const password = 'چهار اسب در باران'
const seed: Setup = {
  firmName: 'بازرگانی پارس',
  name: 'مریم کاظمی',
  email: 'maryam@example.com',
  password,
  locale: 'fa',
  timeZone: 'Asia/Tehran',
  moneyUnit: 'toman',
  sampleData: true,
}

ensureBuild()
mkdirSync(folder, { recursive: true })
const dataDir = mkdtempSync(join(tmpdir(), 'peyvand-screenshots-'))
const program = await startProcess(dataDir, { built: true, setup: null })
const browser = await chromium.launch(playwrightConfig.use?.launchOptions)
try {
  const page = await newPage(browser, {})
  const api = callerOf(page, program.address)
  await fillFirm(api)
  for (const picture of await pictures(api)) await take(browser, { page, picture })
} finally {
  await browser.close()
  await program.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** Requests with the session of the page. */
type Api = <T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => Promise<T>

function callerOf(page: Page, address: string): Api {
  return async (method, path, data) => {
    const url = `${address}/api/v1${path}`
    const answer = await page.request.fetch(url, { method, ...(data ? { data } : {}) })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return (answer.status() === 204 ? null : await answer.json()) as never
  }
}

async function fillFirm(api: Api): Promise<void> {
  const { operationId } = await api<{ operationId: string }>('POST', '/setup', seed)
  await ended(api, operationId)
}

async function ended(api: Api, operationId: string): Promise<void> {
  for (;;) {
    const { state } = await api<Operation>('GET', `/operations/${operationId}`)
    if (state === 'done') return
    if (state !== 'queued' && state !== 'running') throw new Error(`the work ended as ${state}`)
    await sleep(200)
  }
}

async function pictures(api: Api): Promise<Picture[]> {
  const party = `/parties/${await busiestParty(api)}`
  const worklist = `/worklists?open=${await firstReferral(api)}`
  return [
    { file: 'party-file', path: party },
    // After a file was opened, so that it stands among the last ones.
    { file: 'home', path: '/' },
    { file: 'parties', path: '/parties' },
    { file: 'kartabl', path: worklist },
    { file: 'import', path: `/imports/${await checkedImport(api)}?step=check` },
    { file: 'phone', path: party, isPhone: true },
    { file: 'party-file-en-dark', path: party, locale: 'en', theme: 'dark' },
  ]
}

/** The customer whom most of the last activities concern. */
async function busiestParty(api: Api): Promise<string> {
  const { items } = await api<{ items: { parties: { id: string }[] }[] }>('GET', '/activities?limit=200')
  const ids = items.flatMap(({ parties }) => parties.map(({ id }) => id))
  const filter = JSON.stringify({ field: 'groups', op: 'in', value: ['customers'] })
  const query = new URLSearchParams({ filter, limit: '200', sort: '-lastContactAt' }).toString()
  const customers = await api<{ items: { id: string }[] }>('GET', `/parties?${query}`)
  const times = (id: string) => ids.filter((one) => one === id).length
  const [busiest] = customers.items.toSorted((a, b) => times(b.id) - times(a.id))
  if (!busiest) throw new Error('the sample firm has no customers')
  return busiest.id
}

async function firstReferral(api: Api): Promise<string> {
  const { items } = await api<{ items: { id: string }[] }>('GET', '/worklists/referred-to-me?limit=1')
  return items[0]?.id ?? ''
}

async function checkedImport(api: Api): Promise<string> {
  const { cookie, address } = await sessionOf()
  const form = new FormData()
  const wanted = { name: 'فولاد سپیدرود', mobile: '09123456789' }
  const file = messyFile({ locale: 'fa', encoding: 'utf8', delimiter: ',', wanted })
  form.set('file', new File([new Uint8Array(file.content)], file.name))
  const sent = await fetch(`${address}/api/v1/files`, { method: 'POST', body: form, headers: { cookie } })
  const { id: fileId } = (await sent.json()) as { id: string }
  const { id } = await api<{ id: string }>('POST', '/imports', { fileId })
  const { operationId } = await api<{ operationId: string }>('POST', `/imports/${id}/check`, {})
  await ended(api, operationId)
  return id
}

async function sessionOf(): Promise<{ cookie: string; address: string }> {
  const [context] = browser.contexts()
  const cookies = (await context?.cookies()) ?? []
  return {
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    address: program.address,
  }
}

async function newPage(within: Browser, { locale = 'fa', isPhone = false }: Partial<Picture>): Promise<Page> {
  const context = await within.newContext({
    locale: locale === 'fa' ? 'fa-IR' : 'en-US',
    timezoneId: 'Asia/Tehran',
    viewport: isPhone ? { width: 390, height: 844 } : { width: 1366, height: 820 },
    deviceScaleFactor: isPhone ? 2 : 1,
    hasTouch: isPhone,
    isMobile: isPhone,
  })
  return context.newPage()
}

/** In a context of its own, because a device remembers language and theme. */
async function take(within: Browser, { page, picture }: { page: Page; picture: Picture }): Promise<void> {
  const { file, path, locale = 'fa', theme = 'light' } = picture
  const api = callerOf(page, program.address)
  const profile = await api<{ version: number }>('GET', '/profile')
  await api<Session>('PATCH', '/profile', { version: profile.version, locale, theme })
  const shown = await newPage(within, picture)
  await shown.context().addCookies(await page.context().cookies())
  await shown.goto(program.address + path)
  await shown.getByRole('main').getByRole('heading').first().waitFor()
  // Until fonts and what is loaded after the first screen stand, and nothing moves any more.
  await sleep(3000)
  await shown.screenshot({ path: join(folder, `${file}.png`) })
  console.log(`docs/screenshots/${file}.png`)
  await shown.context().close()
}
