import { type Actor, type App, withCtx } from '@peyvand/platform/server'
import { pushKeys } from './push-keys.ts'
import { liveSubscriptions } from './push-subscriptions.ts'
import { sendPush } from './send-push.ts'

/** Sends a test to the caller's browsers; answers how many push services took it. */
export async function testPush(app: App, actor: Actor): Promise<{ sent: number }> {
  const { keys, subscriptions } = await withCtx(app, {
    actor,
    readOnly: true,
    run: async (ctx) => ({
      keys: await pushKeys(ctx, app),
      subscriptions: await liveSubscriptions(ctx, actor.userId ?? ''),
    }),
  })
  if (!keys) return { sent: 0 }
  const t = (key: string) => app.registry.translate(actor.locale, key)
  const message = {
    tag: 'test',
    title: t('notifications.product'),
    body: t('notifications.pushTest'),
    path: '/notifications',
    lang: actor.locale,
  }
  const outcomes = await Promise.all(
    subscriptions.map((subscription) =>
      sendPush(app, keys, { subscription, message, subject: app.publicUrl }).catch(() => 'later' as const),
    ),
  )
  return { sent: outcomes.filter((outcome) => outcome === 'sent').length }
}
