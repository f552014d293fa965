import { createPartyRoute, getPartyRoute } from '@peyvand/parties/contract'
import { call, tryCall } from './support/caller.ts'
import { makeFirm } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const t = wordsOf('fa')

test('numbers are masked by a rule, revealed one by one into the audit log, and what a leaver had goes to another', async ({
  page,
  openAs,
}) => {
  test.setTimeout(120_000)
  const firm = await makeFirm('شرکت امین')
  const { administrator } = firm
  const sara = await firm.join('سارا محمدی', 'salesperson')
  const reza = await firm.join('رضا نوری', 'salesperson')
  const party = await call(sara, createPartyRoute, {
    body: {
      kind: 'organization',
      name: 'صنایع کاوه',
      contactPoints: [{ type: 'mobile', value: '09121234589' }],
    },
  })

  await test.step('the role of salespeople sees numbers masked', async () => {
    await openAs(administrator, '/settings/roles')
    await page.getByRole('button', { name: /^کارشناس فروش/ }).click()
    await page.getByRole('button', { name: /شماره‌های تماس/ }).click()
    await page.getByRole('option', { name: /نیمه‌پنهان/ }).click()
    await page.getByRole('button', { name: t('web.save') }).click()
    await expect(page.getByText(t('web.saved'))).toBeVisible()
  })

  await test.step('a salesperson sees it masked and reveals it', async () => {
    await openAs(sara, `/parties/${party.id}`)
    const ways = page.getByRole('list', { name: t('parties.field.contactPoints') })
    await expect(ways).not.toContainText('۱۲۳ ۴۵')
    await ways.getByRole('button', { name: /^نمایش/ }).click()
    await expect(ways).toContainText('۱۲۳ ۴۵')
  })

  await test.step('the log tells who read the number, and its chain is whole', async () => {
    await openAs(administrator, '/settings/audit')
    const read = page.getByRole('row').filter({ hasText: t('identity.ui.audit.action.read') })
    await expect(read).toContainText(sara.name)
    await expect(read).toContainText(party.name)
    await page.getByRole('button', { name: t('identity.ui.audit.verify') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: t('identity.ui.audit.start') }).click()
    await expect(dialog.getByText(/دست‌نخورده است/)).toBeVisible()
  })

  await test.step('why a colleague does not see the file is said in words', async () => {
    await openAs(administrator, `/settings/access?user=${reza.id}&record=parties&recordId=${party.id}`)
    const names = { user: reza.name, record: party.name }
    await expect(page.getByText(t('identity.ui.access.seesNot', names))).toBeVisible()
  })

  await test.step('the leaver has no access any more, and the heir has the file', async () => {
    await page.goto(`${administrator.address}/settings/users/${sara.id}/leave`)
    await page.getByRole('combobox', { name: t('identity.ui.leaver.allTo') }).fill(reza.name)
    await page.getByRole('option', { name: reza.name }).click()
    await page.getByRole('button', { name: t('identity.ui.leaver.submit') }).click()
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: t('identity.ui.leaver.submit') })
      .click()
    await expect(page.getByText(t('identity.ui.leaver.done', { name: sara.name }))).toBeVisible()
    await expect
      .poll(async () => (await tryCall(reza, getPartyRoute, { params: { id: party.id } })).status)
      .toBe(200)
    expect((await tryCall(sara, getPartyRoute, { params: { id: party.id } })).status).toBe(401)
  })
})
