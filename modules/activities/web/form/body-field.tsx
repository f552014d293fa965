import { Slot, useT } from '@peyvand/platform/web'
import { bindField, TextArea } from '@peyvand/ui'
import { type RefObject, useRef } from 'react'
import { Controller, useFormContext } from 'react-hook-form'
import type { ActivityKind } from '../../contract/index.ts'
import type { ActivityFormValues } from './activity-form-values.ts'

/** Given to what fills the slot `activities.text`: the text that is being written, and a way to change it. */
export interface WrittenText {
  kind: ActivityKind
  /** Of one that is changed; a new one has none yet. */
  activityId: string | null
  party: { id: string; name: string } | null
  subject: string
  body: string
  /** The moment it stands at, as typed so far. */
  at: string | null
  dueOn: string | null
  place: string
  link: string
  field: RefObject<HTMLTextAreaElement | null>
  onChange: (change: { subject?: string; body?: string }) => void
}

type Props = { activityId?: string; minRows?: number; maxRows?: number }

/** The text of an activity, with what other modules offer for writing it. */
export const BodyField = ({ activityId, ...rows }: Props) => {
  const t = useT()
  const field = useRef<HTMLTextAreaElement>(null)
  const { control, watch, setValue } = useFormContext<ActivityFormValues>()
  const { kind, subject, body, at, dueOn, place, link, parties } = watch()
  const [first] = parties
  const written: WrittenText = {
    kind,
    activityId: activityId ?? null,
    party: first?.partyId ? { id: first.partyId, name: first.name } : null,
    subject,
    body,
    at,
    dueOn,
    place,
    link,
    field,
    onChange: (change) => {
      if (change.subject !== undefined) setValue('subject', change.subject, { shouldDirty: true })
      if (change.body !== undefined) setValue('body', change.body, { shouldDirty: true })
    },
  }
  return (
    <div className="flex flex-col gap-1.5">
      <Controller
        control={control}
        name="body"
        render={(f) => {
          const { ref, ...bound } = bindField(f)
          return (
            <TextArea
              label={t(`activities.form.body.${kind}`)}
              {...rows}
              {...bound}
              ref={(area) => {
                field.current = area
                ref(area)
              }}
            />
          )
        }}
      />
      <Slot name="activities.text" with={written} />
    </div>
  )
}
