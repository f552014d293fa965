import { getPartyRoute } from '@peyvand/parties/contract'
import { PartyPicker } from '@peyvand/parties/web'
import { useRoute, useT } from '@peyvand/platform/web'
import { bindField, Card, CodeField, DatePicker, TextArea, TextField } from '@peyvand/ui'
import { Controller, useFormContext } from 'react-hook-form'
import { BodyField } from './body-field.tsx'
import type { LetterInput } from './letter-values.ts'
import { PeopleField } from './people-field.tsx'

/** Whom it comes from or goes to, what it is about, and its text. */
export const ContentCard = ({
  letterId,
  partyName: knownName,
}: {
  letterId: string | null
  partyName: string | null
}) => {
  const t = useT()
  const { control, watch, formState } = useFormContext<LetterInput>()
  const partyId = watch('partyId') ?? null
  const isKnown = knownName !== null && partyId === (formState.defaultValues?.partyId ?? null)
  // One chosen since, or of a restored draft, is known by the id alone.
  const chosen = useRoute(
    getPartyRoute,
    { params: { id: partyId ?? '' } },
    { enabled: partyId !== null && !isKnown },
  )
  const partyName = isKnown ? knownName : (chosen.data?.name ?? null)
  const isIncoming = watch('direction') === 'incoming'
  return (
    <Card title={t('letters.ui.content')}>
      <div className="flex flex-col gap-3.5">
        <Controller
          control={control}
          name="subject"
          render={(f) => (
            <TextField isRequired label={t('activities.field.subject')} maxLength={300} {...bindField(f)} />
          )}
        />
        <Controller
          control={control}
          name="partyId"
          render={(f) => (
            <PartyPicker
              label={t(isIncoming ? 'letters.ui.sender' : 'letters.ui.chief')}
              {...(partyName && { valueLabel: partyName })}
              {...bindField(f)}
              value={f.field.value ?? null}
            />
          )}
        />
        {isIncoming && (
          <div className="grid items-start gap-3 sm:grid-cols-2">
            <Controller
              control={control}
              name="letterNo"
              render={(f) => (
                <CodeField
                  label={t('letters.ui.senderNo')}
                  {...bindField(f)}
                  value={f.field.value ?? ''}
                  onChange={(text) => f.field.onChange(text || null)}
                />
              )}
            />
            <Controller
              control={control}
              name="letterDate"
              render={(f) => (
                <DatePicker
                  isClearable
                  label={t('letters.ui.senderDate')}
                  {...bindField(f)}
                  value={f.field.value ?? null}
                />
              )}
            />
          </div>
        )}
        <PeopleField name="recipients" label={t('letters.ui.recipients')} />
        {isIncoming ? (
          <Controller
            control={control}
            name="body"
            render={(f) => (
              <TextArea
                minRows={2}
                label={t('letters.ui.summary')}
                {...bindField(f)}
                value={f.field.value ?? ''}
              />
            )}
          />
        ) : (
          <BodyField letterId={letterId} partyName={partyName} />
        )}
        <PeopleField name="copies" label={t('letters.ui.copies')} />
      </div>
    </Card>
  )
}
