import { useT } from '@peyvand/platform/web'
import { IconButton, useFormat } from '@peyvand/ui'
import { StepBack, StepForward } from 'lucide-react'

type Props = {
  /** When the record was changed, oldest first. */
  moments: readonly string[]
  at: string
  onChange: (moment: string) => void
}

/** Steps through the states that a record was in, one per change. */
export const MomentSlider = ({ moments, at, onChange }: Props) => {
  const t = useT()
  const format = useFormat()
  if (moments.length < 2) return null
  const index = Math.max(
    0,
    moments.findLastIndex((moment) => moment <= at),
  )
  const go = (next: number) => {
    const moment = moments[next]
    if (moment !== undefined) onChange(moment)
  }
  return (
    <div className="flex min-w-56 flex-1 items-center gap-2">
      <IconButton
        label={t('history.asOf.earlier')}
        icon={<StepBack className="rtl:-scale-x-100" />}
        isDisabled={index === 0}
        onPress={() => go(index - 1)}
      />
      <input
        type="range"
        min={0}
        max={moments.length - 1}
        value={index}
        aria-label={t('history.asOf.slider')}
        aria-valuetext={t('history.asOf.sliderValue', {
          index: index + 1,
          count: moments.length,
          at: format.dateTime(moments[index] ?? at),
        })}
        onChange={(event) => go(event.target.valueAsNumber)}
        className="h-11 min-w-0 flex-1 cursor-pointer accent-accent"
      />
      <IconButton
        label={t('history.asOf.later')}
        icon={<StepForward className="rtl:-scale-x-100" />}
        isDisabled={index === moments.length - 1}
        onPress={() => go(index + 1)}
      />
    </div>
  )
}
