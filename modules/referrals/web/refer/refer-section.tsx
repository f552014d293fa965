import type { OnAfterSave } from '@peyvand/activities/web'
import { sendOrKeep, useT } from '@peyvand/platform/web'
import { Badge, Disclosure, useFormat } from '@peyvand/ui'
import { useState } from 'react'
import { createReferralRoute } from '../../contract/index.ts'
import { referDraft } from '../offline.ts'
import { ReferFields } from './refer-fields.tsx'
import { emptyRefer, type ReferValues, referBody } from './refer-values.ts'

type Props = { onAfterSave: OnAfterSave }

/** In the composer: refer what is being recorded in the same step. Fills the slot `activities.composer`. */
export const ReferSection = ({ onAfterSave }: Props) => {
  const t = useT()
  const format = useFormat()
  const [values, setValues] = useState(emptyRefer)
  const change = (next: ReferValues) => {
    setValues(next)
    onAfterSave('referrals', next.to.length > 0 ? (activity) => refer(next, activity.id) : null)
  }
  const refer = async (chosen: ReferValues, activityId: string) => {
    await sendOrKeep({
      kind: referDraft,
      title: format.list(chosen.to.map(({ label }) => label)),
      route: createReferralRoute,
      call: { body: referBody(chosen, { activityId }) },
      form: chosen,
    })
    setValues(emptyRefer)
    onAfterSave('referrals', null)
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
