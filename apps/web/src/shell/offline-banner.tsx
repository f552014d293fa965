import { useT } from '@peyvand/platform/web'
import { onlineManager } from '@tanstack/react-query'
import { CloudOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void) => onlineManager.subscribe(listener)
const isOnlineNow = () => onlineManager.isOnline()

/** Says that the network is gone; reading goes on by itself when it is back. */
export function OfflineBanner() {
  const t = useT()
  const isOnline = useSyncExternalStore(subscribe, isOnlineNow)
  return (
    <output className="block">
      {!isOnline && (
        <span className="flex items-center justify-center gap-2 border-b border-line bg-warn-soft px-4 py-1.5 text-meta text-warn">
          <CloudOff size={16} aria-hidden />
          {t('shell.offline')}
        </span>
      )}
    </output>
  )
}
