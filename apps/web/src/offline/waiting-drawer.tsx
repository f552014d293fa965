import { useT, useWaiting } from '@peyvand/platform/web'
import { Drawer, EmptyState } from '@peyvand/ui'
import { CloudUpload } from 'lucide-react'
import { WaitingItem } from './waiting-item.tsx'

/** What waits on this device to be sent, in its order. */
export function WaitingDrawer({ onClose }: { onClose: () => void }) {
  const t = useT()
  const items = useWaiting()
  return (
    <Drawer isOpen onOpenChange={onClose} title={t('offline.list')}>
      {items.length === 0 ? (
        <EmptyState icon={<CloudUpload />} title={t('offline.none')} />
      ) : (
        <>
          <p className="text-muted">{t('offline.listHint')}</p>
          <ul aria-label={t('offline.list')} className="divide-y divide-line">
            {items.map((item) => (
              <WaitingItem key={item.id} item={item} onLeave={onClose} />
            ))}
          </ul>
        </>
      )}
    </Drawer>
  )
}
