import { TagList } from '@peyvand/customization/web'
import { useCustomFacts, useCustomFields } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { Bdi, DescriptionList, Link, useFormat, useUi } from '@peyvand/ui'
import type { ReactNode } from 'react'
import type { Activity } from '../../contract/index.ts'
import { DueText } from '../display/due-text.tsx'
import { recurrenceWords } from '../form/recurrence-words.ts'
import { directionLabel } from '../kinds/direction-label.ts'

type Fact = { label: string; value: ReactNode }

/** Everything known of it, by name; what is empty is left out. */
export const ActivityFacts = ({ activity }: { activity: Activity }) => {
  const t = useT()
  const common = useCommonFacts(activity)
  const particular = useKindFacts(activity)
  const own = useCustomFacts(useCustomFields('activities', [activity.kind]), activity.custom, {
    ...activity,
    resultId: activity.result?.id,
  })
  const items = [...common, ...particular, ...own].filter(({ value }) => value !== null && value !== '')
  return <DescriptionList key={t('activities.activity')} items={items} />
}

function useCommonFacts(activity: Activity): Fact[] {
  const t = useT()
  const format = useFormat()
  const { locale } = useUi()
  const field = (name: string) => t(`activities.field.${name}`)
  const at = (instant: string | null) => instant && format.dateTime(instant)
  return [
    {
      label: field('party'),
      value:
        activity.parties.length === 0 ? null : (
          <span className="flex flex-wrap gap-x-3">
            {activity.parties.map(({ id, name, role }) => (
              <span key={`${id} ${role}`}>
                <Link href={`/parties/${id}`}>{name}</Link>
                {role !== 'subject' && <span className="text-muted"> ({t(`activities.role.${role}`)})</span>}
              </span>
            ))}
          </span>
        ),
    },
    {
      label: t('activities.direction'),
      value: activity.kind === 'task' ? null : directionLabel(t, activity.kind, activity.direction),
    },
    { label: field('occurredAt'), value: at(activity.occurredAt) },
    { label: field('plannedAt'), value: at(activity.plannedAt) },
    { label: field('dueAt'), value: activity.dueAt && <DueText row={{ ...activity, plannedAt: null }} /> },
    { label: field('doneAt'), value: activity.doneAt === activity.occurredAt ? null : at(activity.doneAt) },
    { label: field('result'), value: activity.result?.name ?? null },
    {
      label: t('activities.form.duration'),
      value:
        activity.durationMinutes === null
          ? null
          : t('activities.minutesLong', { count: activity.durationMinutes }),
    },
    { label: field('owner'), value: activity.owner.name },
    { label: field('team'), value: activity.team?.name ?? null },
    {
      label: t('activities.priority'),
      value: activity.priority === 'normal' ? null : t(`activities.priority.${activity.priority}`),
    },
    { label: field('viaMarketer'), value: activity.viaMarketer?.name ?? null },
    { label: field('cost'), value: activity.cost === null ? null : format.money(activity.cost) },
    {
      label: t('activities.recurrence'),
      value: activity.recurrence && recurrenceWords(activity.recurrence, { t, format, locale }),
    },
    {
      label: field('tags'),
      value: activity.tags.length > 0 ? <TagList tags={activity.tags} /> : null,
    },
    {
      label: field('createdBy'),
      value: (
        <>
          {activity.createdBy && (
            <>
              <bdi>{activity.createdBy.name}</bdi>
              {' · '}
            </>
          )}
          {format.dateTime(activity.createdAt)}
        </>
      ),
    },
  ]
}

function useKindFacts({ letter, fax, call, meeting, message, kind, occurredAt }: Activity): Fact[] {
  const t = useT()
  const format = useFormat()
  const code = (text: string | null) => text && <Bdi>{format.digits(text)}</Bdi>
  const names = (list: readonly string[]) => (list.length === 0 ? null : format.list(list))
  if (letter) {
    return [
      { label: t('activities.field.registryNo'), value: code(letter.registryNo) },
      { label: t('activities.field.letterNo'), value: code(letter.letterNo) },
      { label: t('activities.form.letterDate'), value: letter.letterDate && format.date(letter.letterDate) },
      { label: t('activities.form.recipients'), value: names(letter.recipients) },
      { label: t('activities.role.copy'), value: names(letter.copies) },
      {
        label: t('activities.form.enclosures'),
        value: letter.enclosures === 0 ? null : format.number(letter.enclosures),
      },
      {
        label: t('activities.form.urgency'),
        value: letter.urgency === 'normal' ? null : t(`activities.urgency.${letter.urgency}`),
      },
    ]
  }
  if (fax) {
    return [
      { label: t('activities.form.faxNumber'), value: code(fax.number) },
      { label: t('activities.form.pages'), value: fax.pages && format.number(fax.pages) },
    ]
  }
  if (call) {
    return [
      { label: t('activities.form.phone'), value: code(call.number) },
      {
        label: t('activities.form.answered'),
        value: call.answered || !occurredAt ? null : t('activities.form.notAnswered'),
      },
    ]
  }
  if (meeting) {
    return [
      { label: t('activities.form.endsAt'), value: meeting.endsAt && format.dateTime(meeting.endsAt) },
      { label: t('activities.form.place'), value: meeting.place },
      {
        label: t('activities.form.link'),
        value: meeting.link && (
          <Link href={meeting.link} target="_blank">
            <Bdi>{meeting.link}</Bdi>
          </Link>
        ),
      },
    ]
  }
  if (message) {
    return [
      { label: t(`activities.form.sender.${kind}`), value: message.sender && <Bdi>{message.sender}</Bdi> },
      {
        label: t(`activities.form.addresses.${kind}`),
        value:
          message.addresses.length === 0 ? null : <Bdi>{format.digits(message.addresses.join(' , '))}</Bdi>,
      },
      { label: t('activities.role.copy'), value: names(message.copies) },
    ]
  }
  return []
}
