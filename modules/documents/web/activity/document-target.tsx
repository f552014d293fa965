import type { TargetPart } from '@peyvand/activities/web'
import { Link, Tag } from '@peyvand/ui'
import { ReceiptText } from 'lucide-react'

/** A document that an activity is about, as a mark that leads to it. Fills the slot `activities.target`. */
export const DocumentTarget = ({ target: { id, name } }: TargetPart) => (
  <Tag icon={<ReceiptText size={13} aria-hidden />}>
    <Link href={`/documents/${id}`} className="text-meta no-underline">
      {name}
    </Link>
  </Tag>
)
