import { type ActivityKind, createActivityRoute, deleteActivityRoute } from '@peyvand/activities/contract'
import { openComposer } from '@peyvand/activities/web'
import { PartyPicker } from '@peyvand/parties/web'
import { instantAt, localClock } from '@peyvand/persian'
import { callApi, FormFault, invalidateTopics, useProblemText, useSession, useT } from '@peyvand/platform/web'
import {
  Button,
  DatePicker,
  DateTimeField,
  newId,
  SegmentedControl,
  TextField,
  toast,
  useUi,
} from '@peyvand/ui'
import { type FormEvent, type RefObject, useState } from 'react'
import { AnchoredPanel } from '../anchored-panel.tsx'
import { calendarTopics } from '../calendar-topics.ts'
import type { NewTime } from '../views/view-props.ts'

const kinds = ['meeting', 'call', 'task'] as const satisfies readonly ActivityKind[]
type Kind = (typeof kinds)[number]

interface Props {
  time: NewTime
  triggerRef: RefObject<HTMLElement | null>
  onTime: (time: NewTime) => void
  onClose: () => void
}

/** A new meeting, call or task at the time that was chosen; whatever else it needs is one press away. */
export const QuickCreate = ({ time, triggerRef, onTime, onClose }: Props) => {
  const t = useT()
  const { timeZone } = useUi()
  const { user } = useSession()
  const problem = useProblemText()
  const [kind, setKind] = useState<Kind>(time.end ? 'meeting' : 'task')
  const [subject, setSubject] = useState('')
  const [partyId, setParty] = useState<string | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const isDay = kind === 'task' && time.end === null
  const { start, end } = isDay ? { start: time.start, end: null } : hoursOf(time, timeZone)
  const title = subject.trim() || t(`activities.kind.${kind}`)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setPending(true)
    try {
      const { id } = await callApi(
        createActivityRoute,
        {
          body: {
            kind,
            subject: title,
            status: 'planned',
            ...(time.userId && time.userId !== user.id && { ownerId: time.userId }),
            ...(partyId && { parties: [{ partyId }] }),
            ...(isDay ? { dueAt: start } : plannedFrom(kind, start, end as string)),
          },
        },
        { idempotencyKey: newId() },
      )
      const takeBack = () =>
        callApi(deleteActivityRoute, { params: { id } }).then(
          () => invalidateTopics(calendarTopics),
          (error: unknown) => toast({ kind: 'bad', title: problem(error) }),
        )
      toast({
        kind: 'ok',
        title: t('activities.saved', { subject: title }),
        action: { label: t('web.undo'), onPress: () => void takeBack() },
      })
      onClose()
      await invalidateTopics(calendarTopics)
    } catch (error) {
      setFault(error)
      setPending(false)
    }
  }
  const openWhole = () => {
    onClose()
    openComposer({
      kind,
      ...(partyId && { parties: [{ id: partyId, name: '' }] }),
      preset: {
        subject,
        timing: 'planned',
        ...(isDay ? { dueOn: start } : { at: start, durationMinutes: minutesOf(start, end as string) }),
        ...(kind === 'meeting' && { endsAt: end }),
      },
    })
  }
  return (
    <AnchoredPanel
      label={t('calendar.newTitle')}
      triggerRef={triggerRef}
      className="w-92 max-w-[calc(100vw-2rem)]"
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-3">
        <FormFault error={fault} />
        <SegmentedControl
          label={t('activities.kind')}
          value={kind}
          options={kinds.map((id) => ({ id, label: t(`activities.kind.${id}`) }))}
          onChange={setKind}
        />
        <TextField
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened to write it
          autoFocus
          label={t('activities.field.subject')}
          maxLength={300}
          value={subject}
          onChange={setSubject}
        />
        {isDay ? (
          <DatePicker
            label={t('activities.field.dueAt')}
            value={start}
            onChange={(day) => {
              if (day) onTime({ ...time, start: day })
            }}
          />
        ) : (
          <div className="flex flex-col gap-3">
            <DateTimeField
              label={t('activities.form.startsAt')}
              value={start}
              onChange={(at) => {
                if (at) onTime({ ...time, start: at, end: laterBy(at, minutesOf(start, end as string)) })
              }}
            />
            <DateTimeField
              label={t('activities.form.endsAt')}
              value={end}
              onChange={(at) => {
                if (at) onTime({ ...time, start, end: at })
              }}
            />
          </div>
        )}
        <PartyPicker label={t('activities.field.party')} value={partyId} onChange={setParty} />
        <div className="flex items-center gap-2">
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('web.save')}
          </Button>
          <Button onPress={openWhole}>{t('calendar.moreOptions')}</Button>
        </div>
      </form>
    </AnchoredPanel>
  )
}

const minutesOf = (start: string, end: string) =>
  Math.max(5, Math.round((Date.parse(end) - Date.parse(start)) / 60_000))
const laterBy = (start: string, minutes: number) =>
  new Date(Date.parse(start) + minutes * 60_000).toISOString()

/** A day alone gets an hour in the morning where the kind needs one. */
function hoursOf({ start, end }: NewTime, timeZone: string): { start: string; end: string } {
  if (end) return { start, end }
  const day = start.length === 10 ? start : localClock(start, timeZone).date
  const from = instantAt(day, '10:00', timeZone)
  return { start: from, end: laterBy(from, 60) }
}

function plannedFrom(kind: Kind, start: string, end: string) {
  return {
    plannedAt: start,
    durationMinutes: minutesOf(start, end),
    ...(kind === 'meeting' && { meeting: { endsAt: end } }),
  }
}
