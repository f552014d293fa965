import { useT } from '@peyvand/platform/web'
import { SegmentedControl, Select } from '@peyvand/ui'
import type { NotificationGroup } from '../../contract/index.ts'
import { useGroups } from '../use-groups.ts'

export const shows = ['all', 'unread', 'snoozed'] as const
export type Show = (typeof shows)[number]

interface Props {
  show: Show
  group: NotificationGroup | undefined
  onChange: (change: { show?: Show; group?: NotificationGroup | undefined }) => void
}

/** Which notifications are shown: all, unread or put off; of one group or of all. */
export const NotificationFilters = ({ show, group, onChange }: Props) => {
  const t = useT()
  const groups = useGroups()
  return (
    <>
      <SegmentedControl
        label={t('notifications.show')}
        value={show}
        onChange={(next) => onChange({ show: next })}
        options={shows.map((id) => ({ id, label: t(`notifications.show.${id}`) }))}
      />
      <Select
        aria-label={t('notifications.group')}
        placeholder={t('notifications.group.all')}
        isClearable
        className="w-44"
        options={groups.map((id) => ({ id, label: t(`notifications.group.${id}`) }))}
        value={group ?? null}
        onChange={(next) => onChange({ group: next ?? undefined })}
      />
    </>
  )
}
