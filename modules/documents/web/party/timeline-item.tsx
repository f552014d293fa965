import type { TimelineItemPart } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { Link, useFormat } from '@peyvand/ui'
import { z } from 'zod'
import { DocumentKind } from '../../contract/index.ts'

/** What a document writes into the stream of a file. */
const Summary = z.object({ kind: DocumentKind, number: z.string().nullable(), total: z.string().nullish() })

/** A document that was issued, answered or cancelled, in the stream. */
export const DocumentTimelineItem = ({ item, part }: TimelineItemPart) => {
  const t = useT()
  const format = useFormat()
  const summary = Summary.safeParse(item.summary)
  if (item.subjectType !== 'documents' || !summary.success) return null
  const { kind, number, total } = summary.data
  if (part === 'meta') return total ? format.money(total) : null
  return (
    <Link href={`/documents/${item.subjectId}`} className="text-text decoration-transparent">
      <span className="font-medium">{t(`documents.timeline.${item.type}`)}</span>
      {`: ${t(`documents.kind.${kind}`)} ${number ? format.digits(number) : ''}`}
    </Link>
  )
}
