import { useT } from '@peyvand/platform/web'
import { KpiTile, useFormat } from '@peyvand/ui'
import type { WeekNumbers } from '../../contract/index.ts'

const figures = ['total', 'finished', 'parties', 'callMinutes'] as const

type Props = { thisWeek: WeekNumbers; lastWeek: WeekNumbers }

/** My numbers of this week beside those of the last. */
export const WeekTiles = ({ thisWeek, lastWeek }: Props) => {
  const t = useT()
  const format = useFormat()
  return (
    <section aria-label={t('activities.home.week')} className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {figures.map((name) => (
        <KpiTile
          key={name}
          label={t(`activities.home.figure.${name}`)}
          figure={format.number(thisWeek[name])}
          note={t('activities.home.lastWeek', { shown: format.number(lastWeek[name]) })}
          // The week is not over yet: less than the last one is no failure.
          goodDirection="none"
          {...(lastWeek[name] > 0 && { change: thisWeek[name] / lastWeek[name] - 1 })}
        />
      ))}
    </section>
  )
}
