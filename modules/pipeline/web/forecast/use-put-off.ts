import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { useState } from 'react'
import { type DealRow, type ForecastColumn, updateDealRoute } from '../../contract/index.ts'
import { dealTopics } from '../deal-topics.ts'
import { dayInSpan } from './day-in-span.ts'
import { columnId, useColumnName } from './month-column.tsx'

/** Moves the day on which deals are expected to close; a card is put back where that is refused. */
export function usePutOff() {
  const t = useT()
  const problem = useProblemText()
  const name = useColumnName()
  const [moving, setMoving] = useState<{ deal: DealRow; columnId: string } | null>(null)
  const putOff = async (deal: DealRow, to: ForecastColumn): Promise<void> => {
    const expectedCloseOn = dayInSpan(deal.expectedCloseOn, to)
    if (expectedCloseOn === deal.expectedCloseOn) return
    setMoving({ deal, columnId: columnId(to) })
    try {
      await callApi(updateDealRoute, {
        params: { id: deal.id },
        body: { version: deal.version, expectedCloseOn },
      })
      toast({ kind: 'ok', title: t('pipeline.putOff', { title: deal.title, to: name(to) }) })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(dealTopics)
    setMoving(null)
  }
  return { moving, putOff: (deal: DealRow, to: ForecastColumn) => void putOff(deal, to) }
}
