import type { SaveWith } from '@peyvand/activities/web'
import { ApiProblem, sendOrKeep, useT } from '@peyvand/platform/web'
import { Badge, Disclosure, useFormat } from '@peyvand/ui'
import { useEffect, useState } from 'react'
import { createReferralRoute } from '../../contract/index.ts'
import { type RecordedAndReferred, recordDraft } from '../waiting.ts'
import { ReferFields } from './refer-fields.tsx'
import { emptyRefer, type ReferValues, referBody } from './refer-values.ts'

type Props = {
  onSaveWith: (save: SaveWith | null) => void
  /** What was written here before, of an activity that waits to be sent. */
  beside?: ReferValues | undefined
}

/** In the composer: refer what is being recorded in the same step. Fills the slot `activities.composer`. */
export const ReferSection = ({ onSaveWith, beside = emptyRefer }: Props) => {
  const t = useT()
  const format = useFormat()
  const [values, setValues] = useState(beside)
  useEffect(() => {
    if (values.to.length === 0) return
    onSaveWith(async (activity) => {
      const saved = await recordAndRefer(values, activity)
      setValues(emptyRefer)
      return saved
    })
    return () => onSaveWith(null)
  }, [values, onSaveWith])
  return (
    <Disclosure
      title={
        <span className="flex items-center gap-2">
          {t('referrals.refer')}
          {values.to.length > 0 && <Badge tone="accent">{format.number(values.to.length)}</Badge>}
        </span>
      }
    >
      <ReferFields value={values} onChange={setValues} />
    </Disclosure>
  )
}

const recordAndRefer = async (
  refer: ReferValues,
  { body, values, replaces }: Parameters<SaveWith>[0],
): ReturnType<SaveWith> => {
  const form: RecordedAndReferred = { activity: values, refer }
  try {
    const sent = await sendOrKeep({
      kind: recordDraft,
      title: body.subject,
      route: createReferralRoute,
      call: { body: referBody(refer, { activity: body }) },
      form,
      replaces,
    })
    return { isKept: sent.isKept, id: sent.isKept ? sent.id : (sent.answer.items[0]?.activityId ?? '') }
  } catch (error) {
    throw error instanceof ApiProblem ? atFieldsOfActivity(error) : error
  }
}

/** Faults of the activity stand at the fields of its form. */
const atFieldsOfActivity = ({ problem, fields }: ApiProblem): ApiProblem =>
  new ApiProblem({
    ...problem,
    errors: fields.map((fault) => ({ ...fault, path: fault.path.replace(/^activity\./, '') })),
  })
