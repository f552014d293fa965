import { usePageTitle, useT, useUrlState } from '@peyvand/platform/web'
import { Button, ButtonLink, Card, DateRangePicker, IconButton, PageHeader } from '@peyvand/ui'
import { CheckCheck, Settings2, X } from 'lucide-react'
import { z } from 'zod'
import { NotificationGroup } from '../../contract/index.ts'
import { useMark } from '../use-mark.ts'
import { NotificationFilters, shows } from './notification-filters.tsx'
import { NotificationList } from './notification-list.tsx'

const Search = z.object({
  show: z.enum(shows).catch('all'),
  group: NotificationGroup.optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
})

/** The notification centre on a page of its own, with a filter by period. */
export function NotificationsPage() {
  const t = useT()
  const mark = useMark()
  const [state, setState] = useUrlState(Search)
  const { show, group, from, to } = state
  usePageTitle(t('notifications.nav'))
  return (
    <div className="mx-auto flex max-w-200 flex-col gap-3">
      <PageHeader
        title={t('notifications.nav')}
        actions={
          <>
            <ButtonLink href="/profile?tab=notifications" icon={<Settings2 size={16} aria-hidden />}>
              {t('notifications.preferences')}
            </ButtonLink>
            <Button
              icon={<CheckCheck size={16} aria-hidden />}
              onPress={() => void mark({ all: true, read: true, ...(group ? { group } : {}) })}
            >
              {t('notifications.markAllRead')}
            </Button>
          </>
        }
      />
      <div className="flex flex-wrap items-center gap-2">
        <NotificationFilters show={show} group={group} onChange={setState} />
        <DateRangePicker
          aria-label={t('notifications.period')}
          value={from && to ? { from, to } : null}
          onChange={(range) => setState({ from: range?.from, to: range?.to })}
        />
        {from && to && (
          <IconButton
            label={t('notifications.anyPeriod')}
            icon={<X />}
            onPress={() => setState({ from: undefined, to: undefined })}
          />
        )}
      </div>
      <Card isFlush>
        <NotificationList
          query={{ show, ...(group ? { group } : {}), ...(from && to ? { from, to } : {}) }}
        />
      </Card>
    </div>
  )
}
