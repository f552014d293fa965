import { test as base, expect } from '@playwright/test'
import type { Person } from './firm.ts'

interface Fixtures {
  /** What no page may do: ask another host, break a rule of its own policy, throw. Judged after each journey. */
  faults: string[]
  /** Opens the staff app as this person. */
  openAs: (person: Person, path?: string) => Promise<void>
}

/** The program's own address, by number and by name. */
const isOurs = (hostname: string) => hostname === '127.0.0.1' || hostname === 'localhost'

export const test = base.extend<Fixtures>({
  faults: [
    async ({ context }, use) => {
      const faults: string[] = []
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url())
        if (/^(http|ws)/.test(protocol) && !isOurs(hostname)) faults.push(`asked ${request.url()}`)
      })
      context.on('weberror', (error) => void faults.push(error.error().stack ?? error.error().message))
      context.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) faults.push(message.text())
      })
      await use(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
  openAs: async ({ context, page }, use) => {
    await use(async (person, path = '/') => {
      const [name = '', value = ''] = person.cookie.split('=')
      await context.clearCookies()
      await context.addCookies([{ name, value, url: person.address }])
      await page.goto(person.address + path)
    })
  },
})

export { expect }
