import { says, startReceiver } from '@peyvand/integrations/testing'
import { createPartyRoute } from '@peyvand/parties/contract'
import { call } from './support/caller.ts'
import { makeFirm } from './support/firm.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const t = wordsOf('fa')
const name = 'حسابداری'

test('a webhook is made and tried; what it delivered is looked into and sent again', async ({
  page,
  openAs,
}) => {
  test.setTimeout(240_000)
  const { administrator } = await makeFirm('شرکت خبررسان')
  const receiver = await startReceiver()

  await test.step('made with its events; the secret is shown once', async () => {
    await openAs(administrator, '/settings/webhooks')
    await page
      .getByRole('button', { name: t('webhooks.new') })
      .first()
      .click()
    const form = page.getByRole('dialog', { name: t('webhooks.new') })
    await form.getByRole('textbox', { name: t('webhooks.name') }).fill(name)
    await form.getByRole('textbox', { name: t('webhooks.url') }).fill('https://10.0.0.1/hook')
    await form.getByText(t('webhooks.group.parties'), { exact: true }).click()
    await form.getByRole('button', { name: t('webhooks.make') }).click()
    await expect(form.getByText('PEYVAND_INSIDE_HOSTS')).toBeVisible()
    await form.getByRole('textbox', { name: t('webhooks.url') }).fill(receiver.url)
    await form.getByRole('button', { name: t('webhooks.make') }).click()
    const shown = page.getByRole('dialog', { name: t('webhooks.secret.made', { name }) })
    await expect(shown.getByText(/^whsec_/)).toBeVisible()
    await shown
      .getByRole('button', { name: t('web.close') })
      .last()
      .click()
  })

  await test.step('tried: the receiver got it, and its answer is shown', async () => {
    await page.getByRole('button', { name: t('webhooks.actions', { name }) }).click()
    await page.getByRole('menuitem', { name: t('webhooks.test') }).click()
    const tried = page.getByRole('dialog', { name: `${t('webhooks.delivery')}: ${name}` })
    await expect(tried.getByText(t('webhooks.delivery.state.delivered'))).toBeVisible()
    expect(receiver.received).toHaveLength(1)
    expect(receiver.received[0]?.headers['webhook-signature']).toMatch(/^v1,/)
    await page.keyboard.press('Escape')
  })

  await test.step('what was delivered is looked into and sent again under the same id', async () => {
    const party = await call(administrator, createPartyRoute, {
      body: { kind: 'organization', name: 'فولاد سپیدرود' },
    })
    await expect.poll(() => receiver.received.length).toBe(2)
    await page.getByRole('link', { name: t('webhooks.showLog') }).click()
    await page.getByRole('row').nth(1).click()
    const detail = page.getByRole('dialog', { name: `${t('webhooks.delivery')}: ${name}` })
    await expect(detail.getByText(party.id).first()).toBeVisible()
    await detail.getByRole('button', { name: t('webhooks.delivery.replay') }).click()
    await expect.poll(() => receiver.received.length).toBe(3)
    const [first, again] = receiver.received.slice(1).map(({ headers }) => headers['webhook-id'])
    expect(again).toBe(first)
  })

  await test.step('a failure shows at the webhook as it happens', async () => {
    await page.getByText(t('webhooks.nav'), { exact: true }).last().click()
    await expect(page.getByText(t('webhooks.state.on'), { exact: true })).toBeVisible()
    receiver.answer(says(500))
    await call(administrator, createPartyRoute, { body: { kind: 'organization', name: 'کاشی آریا' } })
    await expect(page.getByText(t('webhooks.state.failing'), { exact: true })).toBeVisible()
  })
  receiver.stop()
})
