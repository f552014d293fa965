import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import type { StageSums } from '../../contract/index.ts'

const colours = {
  overdue: 'bg-bad',
  today: 'bg-accent',
  planned: 'bg-ok',
  unplanned: 'bg-line-strong',
} as const

/** How a stage's deals stand with their follow-ups: how many are overdue, due today, planned and forgotten. */
export const FollowUpBar = ({ sums }: { sums: StageSums }) => {
  const t = useT()
  const format = useFormat()
  const { count, overdue, today, unplanned } = sums
  if (count === 0) return null
  const counts = { overdue, today, planned: count - overdue - today - unplanned, unplanned }
  const states = (['overdue', 'today', 'planned', 'unplanned'] as const).filter((state) => counts[state] > 0)
  const words = format.list(
    states.map((state) => t(`pipeline.followUps.${state}`, { count: format.number(counts[state]) })),
  )
  return (
    <span title={words} className="mt-1 flex h-1.5 w-full gap-0.5 overflow-hidden">
      <span className="sr-only">{words}</span>
      {states.map((state) => (
        <span
          key={state}
          aria-hidden
          className={`min-w-1 rounded-full ${colours[state]}`}
          style={{ flexGrow: counts[state] }}
        />
      ))}
    </span>
  )
}
