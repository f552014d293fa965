import type { AfterSave } from '@peyvand/activities/web'
import { callApi, useT } from '@peyvand/platform/web'
import { Badge, Disclosure, useFormat } from '@peyvand/ui'
import { useState } from 'react'
import { createReferralRoute } from '../../contract/index.ts'
import { ReferFields } from './refer-fields.tsx'
import { emptyRefer, type ReferValues, referBody } from './refer-values.ts'

type Props = { onAfterSave: (act: AfterSave | null) => void }

/** In the composer: refer what is being recorded in the same step. Fills the slot `activities.composer`. */
export const ReferSection = ({ onAfterSave }: Props) => {
  const t = useT()
  const format = useFormat()
  const [values, setValues] = useState(emptyRefer)
  const change = (next: ReferValues) => {
    setValues(next)
    onAfterSave(next.to.length > 0 ? (activity) => refer(next, activity.id) : null)
  }
  const refer = async (chosen: ReferValues, activityId: string) => {
    await callApi(createReferralRoute, { body: referBody(chosen, { activityId }) })
    setValues(emptyRefer)
    onAfterSave(null)
  }
  return (
    <Disclosure
      title={
        <span className="flex items-center gap-2">
          {t('referrals.refer')}
          {values.to.length > 0 && <Badge tone="accent">{format.number(values.to.length)}</Badge>}
        </span>
      }
    >
      <ReferFields value={values} onChange={change} />
    </Disclosure>
  )
}
