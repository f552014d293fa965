import { useT } from '@peyvand/platform/web'
import { IconButton, Link, Menu, MenuItem, MenuTrigger, Tag, useFormat } from '@peyvand/ui'
import { CalendarClock, EllipsisVertical, Hourglass } from 'lucide-react'
import type { DealRow, Pipeline, Stage } from '../../contract/index.ts'
import { FollowUpText } from '../follow-up-text.tsx'

type Props = { deal: DealRow; pipeline: Pipeline; onMove: (stage: Stage) => void }

/** What a card of the board tells: with whom, how much, when next. */
export const DealCard = ({ deal, pipeline, onMove }: Props) => {
  const t = useT()
  const format = useFormat()
  return (
    <div className="flex flex-col gap-1">
      <span className="flex items-start gap-1">
        <Link
          href={`/deals/${deal.id}`}
          className="min-w-0 flex-1 font-medium break-words text-text decoration-transparent"
        >
          <bdi>{deal.title}</bdi>
        </Link>
        {deal.can.update && (
          <MenuTrigger>
            <IconButton
              label={t('pipeline.moveOf', { title: deal.title })}
              icon={<EllipsisVertical />}
              className="-my-1.5"
            />
            <Menu aria-label={t('pipeline.moveOf', { title: deal.title })}>
              {pipeline.stages
                .filter(({ id }) => id !== deal.stage.id)
                .map((stage) => (
                  <MenuItem key={stage.id} id={stage.id} onAction={() => onMove(stage)}>
                    {stage.name}
                  </MenuItem>
                ))}
            </Menu>
          </MenuTrigger>
        )}
      </span>
      <span className="truncate text-meta text-muted">{deal.party.name}</span>
      {deal.amount !== null && <span className="text-body">{format.money(deal.amount)}</span>}
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-muted">
        {deal.nextFollowUpAt ? (
          <FollowUpText at={deal.nextFollowUpAt} />
        ) : (
          <span className="inline-flex items-center gap-1">
            <CalendarClock size={13} aria-hidden />
            {t('pipeline.noFollowUp')}
          </span>
        )}
        {(deal.priority === 'high' || deal.priority === 'urgent') && (
          <Tag tone={deal.priority === 'urgent' ? 'bad' : 'warn'}>
            {t(`activities.priority.${deal.priority}`)}
          </Tag>
        )}
        {deal.stale && (
          <Tag tone="warn" icon={<Hourglass size={12} aria-hidden />}>
            {t('pipeline.stale', { since: format.relative(deal.stageSince) })}
          </Tag>
        )}
        {deal.owner && <span className="ms-auto truncate">{deal.owner.name}</span>}
      </span>
    </div>
  )
}
