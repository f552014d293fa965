import { useT } from '@peyvand/platform/web'
import { IconButton, Link, Menu, MenuItem, MenuTrigger, Tag, useFormat } from '@peyvand/ui'
import { EllipsisVertical, Hourglass } from 'lucide-react'
import type { DealRow } from '../../contract/index.ts'
import { FollowUp } from './follow-up.tsx'

/** Where a card may go, as its menu offers it. */
export type CardMoves = readonly { id: string; label: string; move: () => void }[]

type Props = { deal: DealRow; moves: CardMoves; isCompact: boolean }

/** What a card of the board tells: with whom, how much, when next. */
export const DealCard = ({ deal, moves, isCompact }: Props) => {
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
              {moves.map(({ id, label, move }) => (
                <MenuItem key={id} id={id} onAction={move}>
                  {label}
                </MenuItem>
              ))}
            </Menu>
          </MenuTrigger>
        )}
      </span>
      {isCompact ? (
        <span className="flex flex-wrap items-center gap-x-2 text-meta text-muted">
          {deal.amount !== null && <span className="text-text">{format.money(deal.amount)}</span>}
          <FollowUp deal={deal} />
        </span>
      ) : (
        <>
          <span className="truncate text-meta text-muted">{deal.party.name}</span>
          {deal.amount !== null && <span className="text-body">{format.money(deal.amount)}</span>}
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-muted">
            <FollowUp deal={deal} />
            <Marks deal={deal} />
            {deal.owner && <span className="ms-auto truncate">{deal.owner.name}</span>}
          </span>
        </>
      )}
    </div>
  )
}

const Marks = ({ deal }: { deal: DealRow }) => {
  const t = useT()
  const format = useFormat()
  return (
    <>
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
    </>
  )
}
