import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Card, Checkbox, toast } from '@peyvand/ui'
import { useState } from 'react'
import { type Deal, updateDealRoute } from '../../contract/index.ts'
import { dealTopics } from '../deal-topics.ts'

/** The checklist of the stage that the deal stands in. */
export const DealTicks = ({ deal }: { deal: Deal }) => {
  const t = useT()
  const problem = useProblemText()
  const [isBusy, setBusy] = useState(false)
  const put = async (id: string, isOn: boolean) => {
    setBusy(true)
    const checked = isOn ? [...deal.checked, id] : deal.checked.filter((one) => one !== id)
    try {
      await callApi(updateDealRoute, { params: { id: deal.id }, body: { version: deal.version, checked } })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(dealTopics)
    setBusy(false)
  }
  return (
    <Card title={t('pipeline.checklist')}>
      <div className="flex flex-col gap-2">
        {deal.checklist.map(({ id, label }) => (
          <Checkbox
            key={id}
            value={deal.checked.includes(id)}
            isDisabled={isBusy || !deal.can.update}
            onChange={(isOn) => void put(id, isOn)}
          >
            {label}
          </Checkbox>
        ))}
      </div>
    </Card>
  )
}
