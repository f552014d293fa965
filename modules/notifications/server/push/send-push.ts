import { type App, callOutside } from '@peyvand/platform/server'
import type { PushMessage } from '../../contract/index.ts'
import { encryptPush } from './encrypt-push.ts'
import type { PushSubscriptionRow } from './push-subscriptions.ts'
import { type VapidKeys, vapidHeader } from './vapid.ts'

const keptSeconds = 24 * 3600

/** `gone`: the browser has turned it off or was never there; its subscription is of no more use. */
export type PushOutcome = 'sent' | 'gone' | 'refused' | 'later'

/**
 * Hands one message to the browser's push service. The same `tag` replaces what waits there and what is shown, so
 * that sending twice is not seen. @throws AppError outgoing.insideHost, OutsideFailure
 */
export async function sendPush(
  app: Pick<App, 'insideHosts' | 'now'>,
  keys: VapidKeys,
  {
    subscription,
    message,
    subject,
  }: {
    subscription: Pick<PushSubscriptionRow, 'endpoint' | 'p256dh' | 'auth'>
    message: PushMessage
    subject: string
  },
): Promise<PushOutcome> {
  const { endpoint } = subscription
  const { status } = await callOutside(app, {
    url: endpoint,
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'content-encoding': 'aes128gcm',
      ttl: String(keptSeconds),
      urgency: 'high',
      // 32 letters at most (RFC 8030 §5.4).
      topic: message.tag.replaceAll('-', '').slice(0, 32),
      authorization: vapidHeader(keys, { endpoint, subject, now: app.now() }),
    },
    body: encryptPush(JSON.stringify(message), subscription),
  })
  if (status >= 200 && status < 300) return 'sent'
  if (status === 404 || status === 410) return 'gone'
  return status === 429 || status >= 500 ? 'later' : 'refused'
}
