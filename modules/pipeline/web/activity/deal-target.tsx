import type { TargetPart } from '@peyvand/activities/web'
import { Link, Tag } from '@peyvand/ui'
import { Handshake } from 'lucide-react'

/** A deal that an activity is about, as a mark that leads to it. Fills the slot `activities.target`. */
export const DealTarget = ({ target: { id, name } }: TargetPart) => (
  <Tag icon={<Handshake size={13} aria-hidden />}>
    <Link href={`/deals/${id}`} className="text-meta no-underline">
      {name}
    </Link>
  </Tag>
)
