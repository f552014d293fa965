import { callApi, invalidateTopics, Slot, usePermission, useProblemText, useT } from '@peyvand/platform/web'
import { Button, IconButton, lazyPart, Menu, MenuItem, MenuTrigger, toast } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import {
  Ban,
  Check,
  CirclePlay,
  Ellipsis,
  Eye,
  History,
  Pause,
  Pencil,
  RotateCcw,
  Trash2,
} from 'lucide-react'
import { useState } from 'react'
import {
  type Activity,
  type ActivityAction,
  deleteActivityRoute,
  restoreActivityRoute,
} from '../../contract/index.ts'
import { activityTopics } from './activity-topics.ts'
import { useTransition } from './use-transition.ts'

const EditDrawer = lazyPart(async () => (await import('./edit-drawer.tsx')).EditDrawer)
const FinishDialog = lazyPart(async () => (await import('./finish-dialog.tsx')).FinishDialog)

const ActivityHistoryDrawer = lazyPart(
  async () => (await import('./activity-history-drawer.tsx')).ActivityHistoryDrawer,
)

const icons = { start: CirclePlay, postpone: Pause, finish: Check, cancel: Ban, reopen: RotateCcw }

type Props = { activity: Activity; onDeleted?: () => void }

/** What may be done with it now, the usual next thing first. */
export const ActivityActions = ({ activity, onDeleted }: Props) => {
  const t = useT()
  const { actNow } = useTransition()
  const bin = useBin(activity, onDeleted)
  const [open, setOpen] = useState<'finish' | 'edit' | 'history' | null>(null)
  const { can } = activity
  const explains = usePermission('roles.manage')
  const navigate = useNavigate()
  const run = (action: ActivityAction) =>
    action === 'finish' ? setOpen('finish') : void actNow(activity, action)
  const shown = (['finish', 'start', 'reopen'] as const).filter((action) => can.actions.includes(action))
  const folded = (['postpone', 'cancel'] as const).filter((action) => can.actions.includes(action))
  return (
    <div className="flex flex-wrap items-center gap-2">
      {shown.map((action, index) => {
        const Icon = icons[action]
        return (
          <Button
            key={action}
            kind={index === 0 && action === 'finish' ? 'primary' : 'secondary'}
            icon={<Icon size={16} aria-hidden />}
            onPress={() => run(action)}
          >
            {t(`activities.action.${action}`)}
          </Button>
        )
      })}
      <Slot name="activities.activity.actions" with={{ activity }} />
      {can.update && (
        <Button icon={<Pencil size={16} aria-hidden />} onPress={() => setOpen('edit')}>
          {t('web.edit')}
        </Button>
      )}
      {can.restore && (
        <Button icon={<RotateCcw size={16} aria-hidden />} onPress={() => void bin.restore()}>
          {t('activities.restore')}
        </Button>
      )}
      <MenuTrigger>
        <IconButton label={t('web.more')} icon={<Ellipsis />} />
        <Menu
          aria-label={t('web.more')}
          onAction={(key) => {
            if (key === 'delete') void bin.remove()
            else if (key === 'history') setOpen('history')
            else if (key === 'access')
              void navigate({ to: `/settings/access?record=activities&recordId=${activity.id}` as never })
            else run(key as ActivityAction)
          }}
        >
          {folded.map((action) => {
            const Icon = icons[action]
            return (
              <MenuItem key={action} id={action} icon={<Icon />}>
                {t(`activities.action.${action}`)}
              </MenuItem>
            )
          })}
          <MenuItem id="history" icon={<History />}>
            {t('history.changes')}
          </MenuItem>
          {explains ? (
            <MenuItem id="access" icon={<Eye />}>
              {t('activities.whoSees')}
            </MenuItem>
          ) : null}
          {can.delete ? (
            <MenuItem id="delete" icon={<Trash2 />} isDanger>
              {t('web.delete')}
            </MenuItem>
          ) : null}
        </Menu>
      </MenuTrigger>
      {open === 'finish' && <FinishDialog activity={activity} onClose={() => setOpen(null)} />}
      {open === 'history' && <ActivityHistoryDrawer activity={activity} onClose={() => setOpen(null)} />}
      {open === 'edit' && <EditDrawer activity={activity} onClose={() => setOpen(null)} />}
    </div>
  )
}

function useBin({ id, subject }: Activity, onDeleted: (() => void) | undefined) {
  const t = useT()
  const problem = useProblemText()
  const restore = async () => {
    try {
      await callApi(restoreActivityRoute, { params: { id } })
      await invalidateTopics(activityTopics)
      toast({ kind: 'ok', title: t('activities.restored', { subject }) })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  const remove = async () => {
    try {
      await callApi(deleteActivityRoute, { params: { id } })
      onDeleted?.()
      await invalidateTopics(activityTopics)
      toast({
        kind: 'ok',
        title: t('activities.deleted', { subject }),
        action: { label: t('web.undo'), onPress: () => void restore() },
      })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return { restore, remove }
}
