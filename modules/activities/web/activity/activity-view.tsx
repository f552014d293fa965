import { Slot, useT, useWatch } from '@peyvand/platform/web'
import { Callout, Card, Disclosure, Link, Tag, useFormat } from '@peyvand/ui'
import { Lock, Repeat } from 'lucide-react'
import type { Activity } from '../../contract/index.ts'
import { ActivityIcon } from '../display/activity-icon.tsx'
import { StatusMark } from '../display/status-mark.tsx'
import { TargetLinks } from '../display/target-links.tsx'
import { ActivityActions } from './activity-actions.tsx'
import { ActivityChanges } from './activity-changes.tsx'
import { ActivityFacts } from './activity-facts.tsx'
import { ChecklistCard, FilesCard, ParticipantsCard, RelatedCard } from './activity-parts.tsx'

type Props = { activity: Activity; titleAs: 'h1' | 'h2'; onDeleted?: () => void }

/** Everything of one activity; the same on its page and beside a list. */
export const ActivityView = ({ activity, titleAs, onDeleted }: Props) => {
  const t = useT()
  useWatch('activities', activity.id)
  const { body, meeting, deletedAt } = activity
  return (
    <article className="@container flex flex-col gap-4">
      <Head activity={activity} titleAs={titleAs} />
      {deletedAt && <Callout tone="warn">{t('activities.inBin')}</Callout>}
      <ActivityActions activity={activity} {...(onDeleted && { onDeleted })} />
      <div className="grid items-start gap-4 @3xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {body && (activity.kind !== 'letter' || deletedAt) && (
            <Card title={t('activities.field.body')}>
              <LongText text={body} />
            </Card>
          )}
          {meeting?.minutes && (
            <Card title={t('activities.form.minutesOfMeeting')}>
              <LongText text={meeting.minutes} />
            </Card>
          )}
          <ChecklistCard activity={activity} />
          <Slot name="activities.activity" with={{ activity }} />
          <FilesCard files={activity.files} />
          <RelatedCard activity={activity} />
          <Disclosure title={t('activities.changes')}>
            <ActivityChanges activity={activity} />
          </Disclosure>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Card title={t('activities.facts')}>
            <ActivityFacts activity={activity} />
          </Card>
          <ParticipantsCard activity={activity} />
        </div>
      </div>
    </article>
  )
}

const Head = ({ activity, titleAs: Title }: Pick<Props, 'activity' | 'titleAs'>) => {
  const t = useT()
  const format = useFormat()
  const { kind, subject, recurrence, occurrence, confidentiality, parties, targets } = activity
  return (
    <header className="flex items-start gap-3">
      <ActivityIcon kind={kind} size="large" />
      <div className="min-w-0 flex-1">
        <Title className="text-dialog font-bold break-words">
          <bdi>{subject}</bdi>
        </Title>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
          <StatusMark {...activity} />
          <span>{t(`activities.kind.${kind}`)}</span>
          {parties[0] && <Link href={`/parties/${parties[0].id}`}>{parties[0].name}</Link>}
          <TargetLinks targets={targets} />
          <time dateTime={activity.at}>{format.dateTime(activity.at)}</time>
          {recurrence && (
            <Tag icon={<Repeat size={13} aria-hidden />}>
              {occurrence === null
                ? t('activities.field.recurring')
                : t('activities.occurrence', { number: occurrence })}
            </Tag>
          )}
          {confidentiality !== 'normal' && (
            <Tag tone="bad" icon={<Lock size={13} aria-hidden />}>
              {t(`activities.confidentiality.${confidentiality}`)}
            </Tag>
          )}
        </p>
      </div>
    </header>
  )
}

const LongText = ({ text }: { text: string }) => (
  <p dir="auto" className="text-prose break-words whitespace-pre-line">
    {text}
  </p>
)
