import { listNotificationsRoute } from '@peyvand/notifications/contract'
import { createPartyRoute, getPartyRoute } from '@peyvand/parties/contract'
import { call, tryCall } from './support/caller.ts'
import { makeFirm } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const t = wordsOf('fa')
/** Jobs wait for each other on a busy machine. */
const slow = { timeout: 60_000 }

const cards = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:کریمی;مریم;;خانم;',
  'FN:خانم مریم کریمی',
  'ORG:پولاد گستر',
  'TEL;TYPE=CELL:۰۹۱۲۱۱۱۲۲۳۳',
  'TEL;TYPE=WORK:02188776655',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:4.0',
  'FN:رضا احمدی',
  'TEL;VALUE=uri;TYPE=cell:tel:+98-913-222-3344',
  'END:VCARD',
  '',
].join('\r\n')

test('cards of a phone come in, tell their source, leave again, and a file is shared with who did not see it', async ({
  page,
  openAs,
}) => {
  test.setTimeout(120_000)
  const firm = await makeFirm('شرکت داد و ستد')
  const { administrator } = firm
  const sara = await firm.join('سارا راد', 'salesperson')

  await test.step('two cards become two persons and an organisation', async () => {
    await openAs(administrator, '/imports/new')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'contacts.vcf', mimeType: 'text/vcard', buffer: Buffer.from(cards) })
    await expect(page.getByRole('columnheader', { name: 'تلفن (محل کار)' })).toBeVisible()
    await page.getByRole('button', { name: t('imports.next') }).click()
    await page.getByRole('button', { name: t('imports.next') }).click()
    await page.getByRole('button', { name: t('imports.check.start') }).click()
    await page.getByRole('button', { name: t('imports.run.start', { n: 2, shown: '۲' }) }).click(slow)
    await expect(page.getByText(t('imports.result.done', { n: 2, shown: '۲' }))).toBeVisible(slow)
    await page.getByRole('link', { name: 'مریم کریمی' }).click()
  })

  await test.step('a field tells the file and row that it came from', async () => {
    await page
      .getByRole('button', { name: t('parties.source.of', { field: t('parties.field.owner') }) })
      .click()
    await expect(page.getByText(t('parties.source.fileRow', { name: 'contacts.vcf', row: 1 }))).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('the file is printed and kept as a card', async () => {
    const menu = page.getByRole('button', { name: t('parties.share'), exact: true })
    await menu.click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: t('parties.share.card'), exact: true }).click(),
    ])
    expect(download.suggestedFilename()).toBe('مریم کریمی.vcf')
    await menu.click()
    await page.getByRole('menuitem', { name: t('parties.share.paper') }).click()
    const [paper] = await Promise.all([
      page.waitForResponse((answer) => answer.url().includes('/paper?')),
      page.getByRole('button', { name: t('parties.print.open') }).click(),
    ])
    expect(paper.headers()['content-type']).toBe('application/pdf')
  })

  await test.step('a colleague who does not see a file is told of it and reads it', async () => {
    const party = await call(administrator, createPartyRoute, {
      body: { kind: 'organization', name: 'شرکت مهرگان' },
    })
    const seen = () => tryCall(sara, getPartyRoute, { params: { id: party.id } })
    expect((await seen()).status).toBe(404)
    await openAs(administrator, `/parties/${party.id}`)
    await page.getByRole('button', { name: t('parties.share'), exact: true }).click()
    await page.getByRole('menuitem', { name: t('parties.share.withColleague') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: t('parties.share.to') }).click()
    await page.getByRole('option', { name: 'سارا راد' }).click()
    await page.keyboard.press('Escape')
    await dialog.getByLabel(t('parties.share.note')).fill('پیش از تماس ببینید')
    await dialog.getByRole('button', { name: t('parties.share.send'), exact: true }).click()
    await expect(page.getByText('پیش از تماس ببینید')).toBeVisible()
    await expect.poll(async () => (await seen()).status).toBe(200)
    await expect
      .poll(async () =>
        (await call(sara, listNotificationsRoute, { query: {} })).items.map(({ kind }) => kind),
      )
      .toContain('partyShared')
    await page.getByRole('button', { name: t('parties.share.revoke', { name: 'سارا راد' }) }).click()
    await expect(page.getByText('پیش از تماس ببینید')).toBeHidden()
    expect((await seen()).status).toBe(404)
  })
})
