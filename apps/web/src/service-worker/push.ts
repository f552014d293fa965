import type { PushMessage } from '@peyvand/notifications/contract'

// Shows what the server sends while no page is looked at, and opens its page when it is pressed.

declare const self: ServiceWorkerGlobalScope

self.addEventListener('push', (event) => {
  const message = event.data?.json() as PushMessage | undefined
  if (message) event.waitUntil(show(message))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { path } = event.notification.data as Pick<PushMessage, 'path'>
  event.waitUntil(openPage(path))
})

async function show({ tag, title, body, path, lang }: PushMessage): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window' })
  // A page in front of the user shows it by itself.
  if (pages.some(({ focused }) => focused)) return
  await self.registration.showNotification(title, {
    body,
    tag,
    lang,
    dir: lang === 'fa' ? 'rtl' : 'ltr',
    icon: '/icon-192.png',
    data: { path },
  })
}

async function openPage(path: string): Promise<void> {
  const [page] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (!page) return void (await self.clients.openWindow(path))
  await page.focus()
  await page.navigate(path)
}
