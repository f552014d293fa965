import { useT } from '@peyvand/platform/web'
import { Callout } from '@peyvand/ui'
import type { PartyAlert } from '../../contract/index.ts'

const tones = { info: 'accent', warning: 'warn', danger: 'bad' } as const

/** What must be known before doing anything with the party. */
export const Alerts = ({ alerts }: { alerts: readonly PartyAlert[] }) => {
  const t = useT()
  if (alerts.length === 0) return null
  return (
    <div className="flex flex-col gap-2">
      {alerts.map(({ text, tone, params }) => (
        <Callout key={text} tone={tones[tone]}>
          {t(text, params)}
        </Callout>
      ))}
    </div>
  )
}
