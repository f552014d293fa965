import type { TargetPart } from '@peyvand/activities/web'
import { GroupIcon } from '@peyvand/parties/web'
import { Link, Tag } from '@peyvand/ui'
import { useKind } from '../use-kinds.ts'

/** A record that an activity is about, as a mark that leads to it. Fills the slot `activities.target`. */
export const RecordTarget = ({ target: { id, kind, name } }: TargetPart) => {
  const known = useKind(kind ?? '')
  return (
    <Tag {...(known && { icon: <GroupIcon name={known.icon} size={13} /> })}>
      <Link href={`/records/${kind ?? ''}/${id}`} className="text-meta no-underline">
        {name}
      </Link>
    </Tag>
  )
}
