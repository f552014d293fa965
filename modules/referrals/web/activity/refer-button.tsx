import type { Activity } from '@peyvand/activities/contract'
import { usePermission, useT } from '@peyvand/platform/web'
import { Button, lazyPart } from '@peyvand/ui'
import { Forward } from 'lucide-react'
import { useState } from 'react'

const ReferDialog = lazyPart(async () => (await import('../refer/refer-dialog.tsx')).ReferDialog)

/** Among the actions of an activity. */
export const ReferButton = ({ activity }: { activity: Activity }) => {
  const t = useT()
  const mayRefer = usePermission('referrals.create')
  const [isOpen, setOpen] = useState(false)
  if (!mayRefer || !activity.can.refer) return null
  return (
    <>
      <Button
        icon={<Forward size={16} className="rtl:-scale-x-100" aria-hidden />}
        onPress={() => setOpen(true)}
      >
        {t('referrals.refer')}
      </Button>
      {isOpen && (
        <ReferDialog
          about={{ activityId: activity.id }}
          subject={activity.subject}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
