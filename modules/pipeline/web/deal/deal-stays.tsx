import { joinFacts } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { Card, useFormat } from '@peyvand/ui'
import type { StageStay } from '../../contract/index.ts'
import { OutcomeMark } from '../outcome-mark.tsx'

/** How long the deal stood in each stage, the present one first. */
export const DealStays = ({ stays }: { stays: readonly StageStay[] }) => {
  const t = useT()
  const format = useFormat()
  const lasted = useLasted()
  return (
    <Card title={t('pipeline.stays')}>
      <ol className="flex flex-col divide-y divide-line">
        {stays.toReversed().map((stay) => (
          <li key={`${stay.stage.id} ${stay.enteredAt}`} className="flex flex-col gap-0.5 py-2">
            <span className="flex items-center gap-2">
              <OutcomeMark outcome={stay.outcome}>{stay.stage.name}</OutcomeMark>
              <span className="ms-auto text-meta">{lasted(stay.seconds)}</span>
            </span>
            <span className="text-meta text-muted">
              {joinFacts([format.dateTime(stay.enteredAt), stay.movedBy?.name])}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

const [hour, day] = [3600, 86_400]

/** A duration in its largest unit. */
function useLasted(): (seconds: number) => string {
  const t = useT()
  const format = useFormat()
  return (seconds) => {
    if (seconds >= day) return t('pipeline.days', { count: format.number(Math.floor(seconds / day)) })
    if (seconds >= hour) return t('pipeline.hours', { count: format.number(Math.floor(seconds / hour)) })
    return t('pipeline.minutes', { count: format.number(Math.floor(seconds / 60)) })
  }
}
