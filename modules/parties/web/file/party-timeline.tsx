import { useProblemText, useSlot, useT } from '@peyvand/platform/web'
import { Link, Tag } from '@peyvand/ui'
import { type TimelineItem as ShownItem, Timeline } from '@peyvand/ui/data'
import { CircleDot, CornerDownLeft, CornerUpRight } from 'lucide-react'
import { type ComponentType, Suspense, useState } from 'react'
import type { PartyFile, TimelineItem } from '../../contract/index.ts'
import { OwnIcon, useOwnDetail } from './own-timeline.tsx'
import { openFilter } from './timeline-filter.ts'
import { TimelineFilters } from './timeline-filters.tsx'
import { useTimelineTypes } from './timeline-types.ts'
import { useTimeline } from './use-timeline.ts'

/** Props of what fills the slot `parties.timeline.item`. */
export interface TimelineItemPart {
  item: TimelineItem
  part: 'title' | 'meta'
}

/** What happened with the party, by day, newest first. */
export const PartyTimeline = ({ file }: { file: PartyFile }) => {
  const t = useT()
  const problem = useProblemText()
  const [filter, setFilter] = useState(openFilter)
  const { items, newCount, showNew, answer } = useTimeline(file, filter)
  const shown = useShownItem()
  return (
    <Timeline
      label={t('parties.file.timeline')}
      className="h-[min(70dvh,46rem)] min-h-80"
      filter={<TimelineFilters file={file} filter={filter} onChange={setFilter} />}
      items={items.map(shown)}
      isLoading={answer.isLoading}
      hasOlder={answer.hasNextPage}
      isLoadingOlder={answer.isFetchingNextPage}
      onLoadOlder={() => void answer.fetchNextPage()}
      newCount={newCount}
      onShowNew={showNew}
      {...(answer.isError && { error: problem(answer.error) })}
      onRetry={() => void answer.refetch()}
    />
  )
}

/**
 * How an event looks. Modules fill `parties.timeline.item` (`id` is the record type) with a component that gets
 * `{ item, part }` and shows its `title` or `meta`; without one the subject of the summary is shown.
 */
function useShownItem(): (item: TimelineItem) => ShownItem {
  const t = useT()
  const types = new Map(useTimelineTypes().map((type) => [type.type, type]))
  const fills = new Map(useSlot('parties.timeline.item').map(({ id, component }) => [id, component]))
  const detailOf = useOwnDetail()

  return (item) => {
    const isOwn = item.subjectType === 'parties'
    const type = types.get(item.type)
    const Icon = type?.Icon ?? CircleDot
    const title = isOwn ? t(`parties.timeline.${item.type}`) : type ? t(type.label) : item.type
    const Fill = fills.get(item.subjectType) as ComponentType<TimelineItemPart> | undefined
    const part = (name: TimelineItemPart['part']) =>
      Fill && (
        <Suspense fallback={null}>
          <Fill item={item} part={name} />
        </Suspense>
      )
    const excerpt = item.summary['excerpt']
    const detail = isOwn ? detailOf(item) : null
    return {
      id: item.id,
      occurredAt: item.occurredAt,
      icon: isOwn ? <OwnIcon type={item.type} /> : <Icon />,
      title: part('title') ?? <GenericTitle item={item} title={title} />,
      meta: (
        <span className="flex flex-wrap items-center gap-x-2">
          {item.actor.name}
          {detail && <span className="text-text">{detail}</span>}
          {item.direction && <DirectionMark kind={item.type} direction={item.direction} />}
          {item.rolledUp && (
            <Tag>
              <Link href={`/parties/${item.party.id}`} className="text-meta no-underline">
                {item.party.name}
              </Link>
            </Tag>
          )}
          {part('meta')}
        </span>
      ),
      ...(typeof excerpt === 'string' &&
        excerpt && {
          body: (
            <p dir="auto" className="whitespace-pre-line">
              {excerpt}
            </p>
          ),
        }),
      tone: isOwn ? 'neutral' : item.direction === 'incoming' ? 'ok' : 'accent',
    }
  }
}

const GenericTitle = ({ item, title }: { item: TimelineItem; title: string }) => {
  const subject = item.summary['subject']
  if (item.subjectType === 'parties') return title
  return (
    <Link href={`/${item.subjectType}/${item.subjectId}`} className="text-text decoration-transparent">
      {title}
      {typeof subject === 'string' && subject && `: ${subject}`}
    </Link>
  )
}

interface DirectionMarkProps {
  kind: string
  direction: NonNullable<TimelineItem['direction']>
}

const DirectionMark = ({ kind, direction }: DirectionMarkProps) => {
  const t = useT()
  if (direction === 'internal') return null
  const Icon = direction === 'incoming' ? CornerDownLeft : CornerUpRight
  return (
    <span className="inline-flex items-center gap-1">
      <Icon size={13} className="rtl:-scale-x-100" aria-hidden />
      {t(kind === 'letter' ? `parties.direction.${direction}Letter` : `parties.direction.${direction}`)}
    </span>
  )
}
