import { ListFigure, useT } from '@peyvand/platform/web'
import { summarizeLeadsRoute } from '../../contract/index.ts'

const waiting = { field: 'clock', op: 'in' as const, value: ['due', 'late'] }

/** Leads that wait for a first answer; fills the slot `home.figures`. */
export const LeadFigure = () => {
  const t = useT()
  return (
    <ListFigure
      label={t('leads.figure.waiting')}
      route={summarizeLeadsRoute}
      page="/leads"
      filter={waiting}
    />
  )
}
