import type { TimelineItemPart } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { Bdi, Link, useFormat } from '@peyvand/ui'
import { z } from 'zod'

/** What a deal writes into the stream of a file. */
const Summary = z.object({ title: z.string(), number: z.string() })

/** A deal that was opened, won or lost, in the stream. */
export const DealTimelineItem = ({ item, part }: TimelineItemPart) => {
  const t = useT()
  const format = useFormat()
  const summary = Summary.safeParse(item.summary)
  if (item.subjectType !== 'deals' || !summary.success) return null
  const { title, number } = summary.data
  if (part === 'meta') return <Bdi>{format.digits(number)}</Bdi>
  return (
    <Link href={`/deals/${item.subjectId}`} className="text-text decoration-transparent">
      <span className="font-medium">{t(`pipeline.timeline.${item.type}`)}</span>
      {`: ${title}`}
    </Link>
  )
}
