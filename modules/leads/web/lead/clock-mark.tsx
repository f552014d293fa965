import { useT } from '@peyvand/platform/web'
import { StatusPill, type Tone, useFormat } from '@peyvand/ui'
import type { ClockState, ResponseClock } from '../../contract/index.ts'

const tones: Record<ClockState, Tone> = {
  none: 'neutral',
  due: 'warn',
  late: 'bad',
  answered: 'ok',
  answeredLate: 'neutral',
}

/** Where the first answer to a lead stands; with when it is due while it is awaited. */
export const ClockMark = ({ clock: { state, respondBy } }: { clock: ResponseClock }) => {
  const t = useT()
  const format = useFormat()
  if (state === 'none') return null
  const when = (state === 'due' || state === 'late') && respondBy ? format.relative(respondBy) : null
  return (
    <StatusPill tone={tones[state]}>
      {t(`leads.clock.${state}`)}
      {when && <span className="font-normal">{when}</span>}
    </StatusPill>
  )
}
