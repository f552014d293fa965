import { useRoute, useT } from '@peyvand/platform/web'
import { IconButton, lazyPart, useFormat } from '@peyvand/ui'
import { Bell as BellIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { countNotificationsRoute } from '../../contract/index.ts'
import { renewPush } from '../push/browser-push.ts'
import { LiveArrival } from './live-arrival.tsx'

const NotificationDrawer = lazyPart(
  async () => (await import('./notification-drawer.tsx')).NotificationDrawer,
)

const most = 99

/** In the top bar: how many are unread, and the way to them. */
export function Bell() {
  const t = useT()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { data } = useRoute(countNotificationsRoute, {})
  const unread = data?.unread ?? 0
  // Failing to renew is no concern of the screen: the next start tries again.
  useEffect(() => void renewPush().catch(() => undefined), [])
  return (
    <span className="relative">
      <IconButton
        label={unread > 0 ? t('notifications.bell', { count: unread }) : t('notifications.nav')}
        icon={<BellIcon />}
        onPress={() => setOpen(true)}
      />
      {unread > 0 && (
        <span
          aria-hidden
          className="pointer-events-none absolute start-1/2 bottom-1/2 -mb-0.5 grid min-w-4.5 place-items-center rounded-pill bg-bad px-1 text-[0.6875rem] leading-4.5 font-semibold text-on-accent"
        >
          {unread > most ? `${format.number(most)}+` : format.number(unread)}
        </span>
      )}
      <LiveArrival />
      {isOpen && <NotificationDrawer onClose={() => setOpen(false)} />}
    </span>
  )
}
