import { AttachmentField } from '@peyvand/files/web'
import { DraftNote, PartyPicker } from '@peyvand/parties/web'
import { Slot, useSession, useT } from '@peyvand/platform/web'
import { bindField, Callout, Disclosure, SegmentedControl, TextField } from '@peyvand/ui'
import type { KeyboardEvent } from 'react'
import { Controller, FormProvider } from 'react-hook-form'
import { directionsOf } from '../../contract/index.ts'
import { BodyField } from '../form/body-field.tsx'
import { defaultSubject } from '../form/default-subject.ts'
import { FieldRow } from '../form/field-row.tsx'
import { FollowUpFields } from '../form/follow-up-fields.tsx'
import { KindFields } from '../form/kind-fields.tsx'
import { MoreFields } from '../form/more-fields.tsx'
import { OwnFields } from '../form/own-fields.tsx'
import { ResultField } from '../form/result-field.tsx'
import { directionLabel } from '../kinds/direction-label.ts'
import type { ComposerState, OnAfterSave } from './use-composer.ts'

type Props = {
  composer: ComposerState
  /** Asked for first where the place does not say whom it concerns. */
  asksParty: boolean
}

/** The form of a new activity: what the kind needs, then the next step, referral and the rest, folded. */
export const ComposerFields = ({ composer, asksParty }: Props) => {
  const t = useT()
  const { form, draft, fault, save } = composer
  const { kind, timing } = form.watch()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    save()
  }
  return (
    <FormProvider {...form}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl Enter saves from any field */}
      <form
        aria-label={t('activities.form.new')}
        className="flex flex-col gap-3.5"
        onKeyDown={onKeyDown}
        onSubmit={(event) => event.preventDefault()}
      >
        <DraftNote draft={draft} />
        {fault && <Callout tone="bad">{fault}</Callout>}
        <Nature composer={composer} />
        {asksParty && <PartyLine composer={composer} />}
        <Controller
          control={form.control}
          name="subject"
          render={(f) => (
            <TextField
              label={t('activities.field.subject')}
              maxLength={300}
              placeholder={defaultSubject(t, form.getValues())}
              {...bindField(f)}
            />
          )}
        />
        <KindFields />
        <OwnFields required isNew />
        {kind === 'call' && <Guide composer={composer} />}
        <BodyField minRows={kind === 'call' || kind === 'task' ? 2 : 4} />
        {timing === 'happened' && (
          <FieldRow>
            <ResultField
              kind={kind}
              value={form.watch('resultId')}
              onChange={(id) => form.setValue('resultId', id, { shouldDirty: true })}
            />
          </FieldRow>
        )}
        <Attachments composer={composer} />
        <div className="flex flex-col divide-y divide-line border-y border-line">
          <NextStep composer={composer} />
          <Slot
            name="activities.composer"
            with={{ onSaveWith: composer.onSaveWith, beside: composer.beside }}
          />
          <Disclosure title={t('activities.form.more')}>
            <MoreFields />
          </Disclosure>
        </div>
      </form>
    </FormProvider>
  )
}

const Nature = ({ composer: { form } }: { composer: ComposerState }) => {
  const t = useT()
  const { kind, direction, timing } = form.watch()
  const directions = directionsOf[kind]
  return (
    <div className="flex flex-wrap gap-2">
      {directions.length > 1 && (
        <SegmentedControl
          label={t('activities.direction')}
          value={direction}
          options={directions.map((id) => ({ id, label: directionLabel(t, kind, id) }))}
          onChange={(next) => form.setValue('direction', next, { shouldDirty: true })}
        />
      )}
      <SegmentedControl
        label={t('activities.form.timing')}
        value={timing}
        options={(['happened', 'planned'] as const).map((id) => ({
          id,
          label: t(`activities.form.timing.${id}`),
        }))}
        onChange={(next) => {
          form.setValue('timing', next, { shouldDirty: true })
          if (kind === 'task') form.setValue('at', next === 'happened' ? new Date().toISOString() : null)
        }}
      />
    </div>
  )
}

/** Given to what fills the slot `activities.composer.call`: whom the call is with, and what it came to. */
export interface CallGuide {
  partyId: string | null
  onAfterSave: OnAfterSave
  /** A value of the results of calls. */
  onResult: (resultId: string) => void
}

const Guide = ({ composer: { form, onAfterSave } }: { composer: ComposerState }) => {
  const guide: CallGuide = {
    partyId: form.watch('parties')[0]?.partyId ?? null,
    onAfterSave,
    onResult: (resultId) => form.setValue('resultId', resultId, { shouldDirty: true }),
  }
  return <Slot name="activities.composer.call" with={guide} />
}

const PartyLine = ({ composer: { form } }: { composer: ComposerState }) => {
  const t = useT()
  const party = form.watch('parties')[0]
  return (
    <PartyPicker
      label={t('activities.field.party')}
      value={party?.partyId ?? null}
      {...(party?.name && { valueLabel: party.name })}
      onChange={(partyId) => {
        const [, ...others] = form.getValues('parties')
        form.setValue(
          'parties',
          partyId ? [{ partyId, name: '', role: party?.role ?? 'subject' }, ...others] : others,
          { shouldDirty: true },
        )
      }}
    />
  )
}

const Attachments = ({ composer: { form } }: { composer: ComposerState }) => (
  <AttachmentField
    value={form.watch('files')}
    onChange={(change) => form.setValue('files', change(form.getValues('files')), { shouldDirty: true })}
  />
)

const NextStep = ({ composer: { form } }: { composer: ComposerState }) => {
  const t = useT()
  const { user } = useSession()
  const values = form.watch()
  const followUp = values.followUp ?? { kind: 'call', subject: '', dueOn: null, ownerId: user.id }
  return (
    <Disclosure title={t('activities.followUp')} defaultOpen={values.followUp !== null}>
      <FollowUpFields
        value={followUp}
        subjectHint={values.subject || defaultSubject(t, values)}
        onChange={(next) => form.setValue('followUp', next, { shouldDirty: true })}
      />
    </Disclosure>
  )
}
