import { createPartyRoute, getPartyRoute } from '@peyvand/parties/contract'
import { call } from './support/caller.ts'
import { makeFirm } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const t = wordsOf('fa')

test('another owner of many files is taken back from the page of undo, and a field gets its earlier value again', async ({
  page,
  openAs,
}) => {
  test.setTimeout(120_000)
  const firm = await makeFirm('شرکت بازگشت')
  const { administrator } = firm
  const sara = await firm.join('سارا محمدی', 'salesperson')
  const parties: { id: string; name: string }[] = []
  for (const name of ['صنایع کاوه', 'فولاد آریا', 'نوین گستر'])
    parties.push(await call(administrator, createPartyRoute, { body: { kind: 'organization', name } }))
  const read = (id: string) => call(administrator, getPartyRoute, { params: { id } })
  const [first] = parties as [{ id: string; name: string }]

  await test.step('all files get another owner from the list', async () => {
    await openAs(administrator, '/parties')
    await expect(page.getByText(first.name)).toBeVisible()
    await page.getByRole('checkbox', { name: 'انتخاب همه' }).click()
    await page.getByRole('button', { name: t('parties.bulkAction.assign') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: t('parties.field.owner') }).fill(sara.name)
    await page.getByRole('option', { name: sara.name }).click()
    await dialog.getByRole('button', { name: /اعمال بر/ }).click()
    await expect.poll(async () => (await read(first.id)).owner?.name).toBe(sara.name)
  })

  await test.step('the page of undo says what comes back, and brings it back', async () => {
    await openAs(administrator, '/undo')
    const what = t('parties.did.assign', { owner: sara.name })
    await page.getByRole('button', { name: t('history.undo.actionNamed', { what }) }).click()
    await expect(page.getByText(t('history.undo.takesBack', { count: 3 }))).toBeVisible()
    await page.getByRole('button', { name: t('history.undo.confirm', { count: 3 }) }).click()
    await expect.poll(async () => (await read(first.id)).owner?.name).toBe(administrator.name)
    await page.getByRole('radio', { name: t('history.undo.filter.all') }).click()
    await expect(page.getByText(t('history.undo.state.undone'))).toBeVisible()
  })

  await test.step('the history shows both changes by their way and restores an earlier value', async () => {
    await openAs(administrator, `/parties/${first.id}`)
    await page.getByRole('button', { name: t('parties.file.actions') }).click()
    await page.getByRole('menuitem', { name: t('history.changes') }).click()
    const drawer = page.getByRole('dialog', { name: t('history.changes') })
    const undone = drawer.getByRole('article').filter({ hasText: /بازگردانی:/ })
    await undone
      .getByRole('button', { name: t('history.restore.named', { field: t('parties.field.owner') }) })
      .click()
    await expect.poll(async () => (await read(first.id)).owner?.name).toBe(sara.name)
    await drawer.getByRole('tab', { name: t('history.asOf.tab') }).click()
    const owner = drawer.getByRole('row').filter({ hasText: t('parties.field.owner') })
    await expect(owner.getByRole('cell').first()).toHaveText(sara.name)
    await drawer.getByRole('button', { name: t('history.asOf.earlier') }).click()
    await expect(owner.getByRole('cell').first()).toHaveText(administrator.name)
  })
})
