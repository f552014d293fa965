import { createPartyRoute } from '@peyvand/parties/contract'
import { call } from './support/caller.ts'
import { makeFirm } from './support/firm.ts'
import { startReceiver } from './support/receiver.ts'
import { expect, test } from './support/test.ts'
import { wordsOf } from './support/words.ts'

const t = wordsOf('fa')
const name = 'حسابداری'

test('a webhook is made and tried, fails, is looked into and sent again', async ({ page, openAs }) => {
  test.setTimeout(240_000)
  const { administrator } = await makeFirm('شرکت خبررسان')
  const receiver = await startReceiver()
  const choose = async (action: string) => {
    await page.getByRole('button', { name: t('webhooks.actions', { name }) }).click()
    await page.getByRole('menuitem', { name: action }).click()
  }

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
    await choose(t('webhooks.test'))
    const tried = page.getByRole('dialog', { name: `${t('webhooks.delivery')}: ${name}` })
    await expect(tried.getByText(t('webhooks.delivery.state.delivered'))).toBeVisible()
    expect(receiver.received).toHaveLength(1)
    expect(receiver.received[0]?.headers['webhook-signature']).toMatch(/^v1,/)
    await page.keyboard.press('Escape')
  })

  await test.step('a failure shows at the webhook as it happens, and in the log', async () => {
    receiver.answer(500)
    const party = await call(administrator, createPartyRoute, {
      body: { kind: 'organization', name: 'فولاد سپیدرود' },
    })
    await expect(page.getByText(t('webhooks.state.failing'), { exact: true })).toBeVisible()
    expect(receiver.received.at(-1)?.body).toContain(party.id)
    receiver.answer(204)
    await choose(t('webhooks.switchOff'))
    await expect(page.getByText(t('webhooks.state.off'), { exact: true })).toBeVisible()
    await choose(t('webhooks.switchOn'))
    await expect(page.getByText(t('webhooks.state.on'), { exact: true })).toBeVisible()
    await page.getByRole('link', { name: t('webhooks.showLog') }).click()
    await page.getByRole('row', { name: t('webhooks.delivery.state.waiting') }).click()
    const detail = page.getByRole('dialog', { name: `${t('webhooks.delivery')}: ${name}` })
    await expect(detail.getByText(party.id).first()).toBeVisible()
    await expect(detail.getByText('500').first()).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('what was delivered can be sent again under the same id', async () => {
    await page.getByRole('row', { name: t('webhooks.event.test') }).click()
    const detail = page.getByRole('dialog', { name: `${t('webhooks.delivery')}: ${name}` })
    await expect(detail.getByText('webhooks.test')).toBeVisible()
    await expect(detail.getByRole('button', { name: t('webhooks.delivery.replay') })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await call(administrator, createPartyRoute, { body: { kind: 'organization', name: 'کاشی آریا' } })
    await expect.poll(() => receiver.received.length).toBe(3)
    await page.reload()
    await page
      .getByRole('row', { name: t('webhooks.delivery.state.delivered') })
      .first()
      .click()
    await detail.getByRole('button', { name: t('webhooks.delivery.replay') }).click()
    await expect.poll(() => receiver.received.length).toBe(4)
    const [first, again] = receiver.received.slice(-2).map(({ headers }) => headers['webhook-id'])
    expect(again).toBe(first)
  })
  receiver.stop()
})
