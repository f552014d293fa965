import { respondToActivityRoute } from '@peyvand/activities/contract'
import {
  callApi,
  invalidateTopics,
  urlOf,
  usePermission,
  useProblemText,
  useSession,
  useT,
} from '@peyvand/platform/web'
import { Button, ButtonLink, IconButton, SegmentedControl, toast } from '@peyvand/ui'
import { Check, Download, Pencil, Trash2 } from 'lucide-react'
import { type CalendarItem, downloadEventRoute } from '../../contract/index.ts'
import { calendarTopics } from '../calendar-topics.ts'

interface Props {
  item: CalendarItem
  onClose: () => void
  onEdit: (item: CalendarItem) => void
  onFinish: (item: CalendarItem) => void
  onDelete: (item: CalendarItem) => void
}

/** Open, finish, edit, delete; and one's answer to an invitation. */
export const ItemActions = ({ item, onClose, onEdit, onFinish, onDelete }: Props) => {
  const t = useT()
  const mayDelete = usePermission('activities.delete')
  if (item.type === 'absence' || item.id === null) return null
  if (item.type === 'nextContact')
    return (
      <ButtonLink kind="primary" href={`/parties/${item.id}`} onPress={onClose}>
        {t('calendar.openFile')}
      </ButtonLink>
    )
  const isMeeting = item.kind === 'meeting'
  return (
    <>
      {item.can.respond && <Answer item={item} id={item.id} />}
      <div className="flex flex-wrap items-center gap-1.5">
        {item.can.move && !item.ahead && (
          <Button
            kind="primary"
            size="small"
            icon={<Check size={15} aria-hidden />}
            onPress={() => onFinish(item)}
          >
            {t('activities.action.finish')}
          </Button>
        )}
        <ButtonLink size="small" href={`/activities/${item.id}`} onPress={onClose}>
          {t('calendar.open')}
        </ButtonLink>
        {item.can.move && (
          <Button size="small" icon={<Pencil size={15} aria-hidden />} onPress={() => onEdit(item)}>
            {t('web.edit')}
          </Button>
        )}
        <span className="ms-auto flex">
          {isMeeting && !item.ahead && (
            <IconButton
              label={t('calendar.downloadEvent')}
              icon={<Download />}
              onPress={() => window.open(urlOf(downloadEventRoute, { params: { id: item.id ?? '' } }))}
            />
          )}
          {item.can.move && mayDelete && (
            <IconButton
              kind="danger"
              label={t('web.delete')}
              icon={<Trash2 />}
              onPress={() => onDelete(item)}
            />
          )}
        </span>
      </div>
    </>
  )
}

const answers = ['accepted', 'tentative', 'declined'] as const

const Answer = ({ item: { participants }, id }: { item: CalendarItem; id: string }) => {
  const t = useT()
  const problem = useProblemText()
  const { user } = useSession()
  const own = participants.find((one) => one.type === 'user' && one.id === user.id)?.response
  const respond = (response: (typeof answers)[number]) =>
    callApi(respondToActivityRoute, { params: { id }, body: { response } }).then(
      () => invalidateTopics(calendarTopics),
      (error: unknown) => toast({ kind: 'bad', title: problem(error) }),
    )
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-muted">{t('activities.respond')}</span>
      <SegmentedControl
        label={t('activities.respond')}
        value={own as (typeof answers)[number]}
        options={answers.map((answer) => ({ id: answer, label: t(`activities.answer.${answer}`) }))}
        onChange={(answer) => void respond(answer)}
      />
    </div>
  )
}
