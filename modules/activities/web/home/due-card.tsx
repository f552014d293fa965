import { useT } from '@peyvand/platform/web'
import { Badge, Card, IconButton, Link, lazyPart, useFormat } from '@peyvand/ui'
import { Check } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ActivityRow, Home } from '../../contract/index.ts'
import { useTransition } from '../activity/use-transition.ts'
import { ActivityIcon } from '../display/activity-icon.tsx'
import { DueText } from '../display/due-text.tsx'

const FinishDialog = lazyPart(async () => (await import('../activity/finish-dialog.tsx')).FinishDialog)

type Props = {
  title: string
  box: Home['dueToday']
  tone?: 'bad' | 'neutral'
  /** The list of all of them. */
  href: string
  empty?: ReactNode
}

/** Open work of one span of time: done with one press, or opened. */
export const DueCard = ({ title, box, tone = 'neutral', href, empty }: Props) => {
  const t = useT()
  const format = useFormat()
  const [finishing, setFinishing] = useState<ActivityRow | null>(null)
  const { items, total } = box
  return (
    <Card
      isFlush
      title={
        <span className="flex items-center gap-2">
          {title}
          {total > 0 && <Badge tone={tone}>{format.number(total)}</Badge>}
        </span>
      }
      actions={
        total > items.length && (
          <Link href={href} className="px-2">
            {t('activities.home.all')}
          </Link>
        )
      }
    >
      {items.length === 0 ? (
        empty
      ) : (
        <ul aria-label={title} className="divide-y divide-line">
          {items.map((row) => (
            <DueRow key={row.id} row={row} onFinish={setFinishing} />
          ))}
        </ul>
      )}
      {finishing && <FinishDialog activity={finishing} onClose={() => setFinishing(null)} />}
    </Card>
  )
}

/** A task is done with one press; of a call or meeting the result is asked. */
const DueRow = ({ row, onFinish }: { row: ActivityRow; onFinish: (row: ActivityRow) => void }) => {
  const t = useT()
  const { actNow } = useTransition()
  const { id, kind, subject, parties } = row
  return (
    <li className="relative flex items-center gap-2.5 px-3 py-2 hover:bg-surface-2">
      <IconButton
        label={t('activities.home.done', { subject })}
        kind="secondary"
        className="relative z-1 rounded-pill"
        icon={<Check />}
        onPress={() => (kind === 'task' ? void actNow(row, 'finish') : onFinish(row))}
      />
      <ActivityIcon kind={kind} />
      <span className="min-w-0 flex-1">
        {/* The whole line opens it; what else may be pressed in it lies above. */}
        <Link
          href={`/activities/${id}`}
          className="block truncate text-text decoration-transparent after:absolute after:inset-0"
        >
          {subject}
        </Link>
        <span className="block truncate text-meta text-muted">
          {t(`activities.kind.${kind}`)}
          {parties[0] && (
            <>
              {' · '}
              <Link href={`/parties/${parties[0].id}`} className="relative z-1 text-meta">
                {parties[0].name}
              </Link>
            </>
          )}
        </span>
      </span>
      <span className="text-meta">
        <DueText row={row} />
      </span>
    </li>
  )
}
