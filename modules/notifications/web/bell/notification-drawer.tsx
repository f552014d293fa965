import { useT } from '@peyvand/platform/web'
import { ButtonLink, Drawer, IconButton } from '@peyvand/ui'
import { CheckCheck } from 'lucide-react'
import { useState } from 'react'
import type { NotificationGroup } from '../../contract/index.ts'
import { NotificationFilters, type Show } from '../centre/notification-filters.tsx'
import { NotificationList } from '../centre/notification-list.tsx'
import { useMark } from '../use-mark.ts'

/** The notification centre beside the present screen. */
export const NotificationDrawer = ({ onClose }: { onClose: () => void }) => {
  const t = useT()
  const mark = useMark()
  const [filter, setFilter] = useState<{ show: Show; group?: NotificationGroup | undefined }>({
    show: 'all',
  })
  const { show, group } = filter
  return (
    <Drawer
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('notifications.nav')}
      titleAside={
        <IconButton
          label={t('notifications.markAllRead')}
          icon={<CheckCheck />}
          onPress={() => void mark({ all: true, read: true, ...(group ? { group } : {}) })}
        />
      }
      footer={
        <>
          <ButtonLink href="/notifications" onPress={onClose}>
            {t('notifications.seeAll')}
          </ButtonLink>
          <ButtonLink kind="quiet" href="/profile?tab=notifications" onPress={onClose}>
            {t('notifications.preferences')}
          </ButtonLink>
        </>
      }
    >
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <NotificationFilters
          show={show}
          group={group}
          onChange={(change) => setFilter((before) => ({ ...before, ...change }))}
        />
      </div>
      <div className="-mx-4 border-t border-line">
        <NotificationList query={{ show, ...(group ? { group } : {}) }} onOpen={onClose} />
      </div>
    </Drawer>
  )
}
