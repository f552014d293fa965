import { ActivityIcon } from '@peyvand/activities/web'
import { useT } from '@peyvand/platform/web'
import { cx, Tag, useFormat } from '@peyvand/ui'
import { FileBox, Lock, Zap } from 'lucide-react'
import type { WorklistItem, WorklistName } from '../../contract/index.ts'

type Props = { item: WorklistItem; list: WorklistName }

/** Sender, subject, instruction: three lines of the kartabl. */
export const WorklistLine = ({ item, list }: Props) => {
  const t = useT()
  const format = useFormat()
  const { activity, from, to, team, note, action, urgency, confidential, onBehalfOf, createdAt, state } = item
  const other =
    list === 'referred-by-me' ? (to?.name ?? t('referrals.ofTeam', { name: team?.name ?? '' })) : from.name
  return (
    <span className="flex gap-2.5">
      <ActivityIcon kind={activity.kind} />
      <span className="block min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 truncate">{other}</span>
          <time dateTime={createdAt} className="shrink-0 text-meta font-normal text-muted">
            {format.relative(createdAt)}
          </time>
        </span>
        <span className="block truncate">{activity.subject}</span>
        <span className="block truncate text-meta font-normal text-muted">
          {t(`referrals.asked.${action}`)}
          {note && (
            <>
              {': '}
              <bdi>{note}</bdi>
            </>
          )}
          {!note && activity.parties[0] && ` · ${activity.parties[0].name}`}
        </span>
        <span className={cx('flex flex-wrap gap-1 pt-0.5 font-normal empty:hidden')}>
          {urgency !== 'normal' && (
            <Tag tone={urgency === 'immediate' ? 'bad' : 'warn'} icon={<Zap size={12} aria-hidden />}>
              {t(`referrals.urgency.${urgency}`)}
            </Tag>
          )}
          {confidential && (
            <Tag tone="bad" icon={<Lock size={12} aria-hidden />}>
              {t('referrals.confidential')}
            </Tag>
          )}
          {onBehalfOf && <Tag tone="violet">{t('referrals.onBehalfOf', { name: onBehalfOf.name })}</Tag>}
          {team && list !== 'referred-by-me' && <Tag>{t('referrals.ofTeam', { name: team.name })}</Tag>}
          {activity.targets.map(({ id, name }) => (
            <Tag key={id} icon={<FileBox size={12} aria-hidden />}>
              {name}
            </Tag>
          ))}
          {(list === 'done' || list === 'referred-by-me') && <Tag>{t(`referrals.state.${state}`)}</Tag>}
        </span>
      </span>
    </span>
  )
}
