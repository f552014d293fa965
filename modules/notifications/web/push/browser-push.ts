import { callApi } from '@peyvand/platform/web'
import { getPushRoute, subscribePushRoute, unsubscribePushRoute } from '../../contract/index.ts'

/** Whether this browser can show notifications at all; `blocked` is the user's own refusal in its settings. */
export type PushState = 'unsupported' | 'blocked' | 'off' | 'on'

const registration = async (): Promise<ServiceWorkerRegistration | undefined> =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
    ? navigator.serviceWorker.getRegistration()
    : undefined

export async function pushState(): Promise<PushState> {
  const worker = await registration()
  if (!worker) return 'unsupported'
  if (Notification.permission === 'denied') return 'blocked'
  return (await worker.pushManager.getSubscription()) ? 'on' : 'off'
}

/** Asks the user's leave and subscribes this browser. Answers the state that came of it. */
export async function turnPushOn(): Promise<PushState> {
  const worker = await registration()
  if (!worker) return 'unsupported'
  if ((await Notification.requestPermission()) !== 'granted') return pushState()
  const { publicKey } = await callApi(getPushRoute, {})
  const subscription = await subscribed(worker, publicKey)
  await tellServer(subscription)
  return 'on'
}

export async function turnPushOff(): Promise<PushState> {
  const worker = await registration()
  const subscription = await worker?.pushManager.getSubscription()
  if (!subscription) return pushState()
  await callApi(unsubscribePushRoute, { body: { endpoint: subscription.endpoint } })
  await subscription.unsubscribe()
  return 'off'
}

/** After a sign-in: what is subscribed at this browser belongs to this session from now on. */
export async function renewPush(): Promise<void> {
  const worker = await registration()
  const subscription = await worker?.pushManager.getSubscription()
  if (subscription) await tellServer(subscription)
}

/** A subscription for another firm's key is of no use here. */
async function subscribed(worker: ServiceWorkerRegistration, publicKey: string): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey: publicKey }
  try {
    return await worker.pushManager.subscribe(options)
  } catch (error) {
    const old = await worker.pushManager.getSubscription()
    if (!old) throw error
    await old.unsubscribe()
    return worker.pushManager.subscribe(options)
  }
}

async function tellServer(subscription: PushSubscription): Promise<void> {
  const { endpoint, keys } = subscription.toJSON()
  await callApi(subscribePushRoute, {
    body: { endpoint: endpoint ?? '', keys: { p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' } },
  })
}
