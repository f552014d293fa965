import { ListFigure, useT } from '@peyvand/platform/web'
import { summarizeDealsRoute } from '../../contract/index.ts'

const list = { route: summarizeDealsRoute, page: '/deals', sum: 'amount' }

const open = { field: 'outcome', op: 'in' as const, value: ['open'] }
const wonThisMonth = {
  and: [
    { field: 'outcome', op: 'in' as const, value: ['won'] },
    { field: 'closedAt', op: 'inPeriod' as const, value: 'thisMonth' },
  ],
}

/** What is being sold and what was sold this Jalali month; fills the slot `home.figures`. */
export const DealFigures = () => {
  const t = useT()
  return (
    <>
      <ListFigure {...list} label={t('pipeline.figure.open')} filter={open} />
      <ListFigure {...list} label={t('pipeline.figure.wonThisMonth')} filter={wonThisMonth} />
    </>
  )
}
