import { Confidentiality, LetterUrgency } from '@peyvand/activities/contract'
import { getPartyRoute } from '@peyvand/parties/contract'
import { PartyPicker, useColleagues } from '@peyvand/parties/web'
import { useRoute, useT } from '@peyvand/platform/web'
import {
  bindField,
  Card,
  CodeField,
  DatePicker,
  NumberField,
  Select,
  Switch,
  TextArea,
  TextField,
} from '@peyvand/ui'
import { Controller, useFormContext } from 'react-hook-form'
import { listLetterheadsRoute, listRegistersRoute, listSignersRoute } from '../../contract/index.ts'
import { useRegisterName } from '../use-names.ts'
import { BodyField } from './body-field.tsx'
import type { LetterInput } from './letter-values.ts'
import { PeopleField } from './people-field.tsx'

const row = 'grid items-start gap-3 sm:grid-cols-2'

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
          <div className={row}>
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

/** How a letter written here stands on paper. */
export const PaperCard = () => {
  const t = useT()
  const { control, watch } = useFormContext<LetterInput>()
  const heads = useRoute(listLetterheadsRoute, {}).data?.items ?? []
  const signers = useRoute(listSignersRoute, {}).data?.items ?? []
  const chosenHead =
    heads.find(({ id }) => id === watch('letterheadId')) ?? heads.find(({ archived }) => !archived)
  const signer = signers.find(({ id }) => id === watch('signerId'))
  const inUse = (
    items: readonly { id: string; name: string; archived: boolean }[],
    chosen: string | null | undefined,
  ) =>
    items
      .filter(({ archived, id }) => !archived || id === chosen)
      .map(({ id, name }) => ({ id, label: name }))
  return (
    <Card title={t('letters.ui.paper')}>
      <div className="flex flex-col gap-3.5">
        <div className={row}>
          <Controller
            control={control}
            name="letterheadId"
            render={(f) => (
              <Select
                isClearable
                label={t('letters.ui.letterhead')}
                placeholder={chosenHead?.name ?? t('letters.ui.plainPaper')}
                options={inUse(heads, f.field.value)}
                {...bindField(f)}
                value={f.field.value ?? null}
              />
            )}
          />
          <Controller
            control={control}
            name="signerId"
            render={(f) => (
              <Select
                isClearable
                label={t('letters.ui.signer')}
                options={inUse(signers, f.field.value)}
                {...bindField(f)}
                value={f.field.value ?? null}
              />
            )}
          />
        </div>
        <div className={row}>
          <Controller
            control={control}
            name="signed"
            render={(f) => (
              <Switch
                {...bindField(f)}
                value={f.field.value ?? false}
                isDisabled={!signer?.signatureId || !signer.can.sign}
                description={signer && !signer.can.sign ? t('letters.ui.cannotSign') : undefined}
              >
                {t('letters.ui.signed')}
              </Switch>
            )}
          />
          <Controller
            control={control}
            name="stamped"
            render={(f) => (
              <Switch {...bindField(f)} value={f.field.value ?? false} isDisabled={!chosenHead?.stampId}>
                {t('letters.ui.stamped')}
              </Switch>
            )}
          />
        </div>
      </div>
    </Card>
  )
}

/** Where it is registered, how urgent and secret it is, and by when it is answered. */
export const RegisterCard = ({ isRegistered }: { isRegistered: boolean }) => {
  const t = useT()
  const registerName = useRegisterName()
  const { control, watch } = useFormContext<LetterInput>()
  const direction = watch('direction')
  const registers = (useRoute(listRegistersRoute, {}).data?.items ?? []).filter(
    ({ archived, directions }) => !archived && directions.includes(direction),
  )
  const usual = registers.find(({ usualFor }) => usualFor.includes(direction))
  const colleagues = useColleagues()
  return (
    <Card title={t('letters.ui.registering')}>
      <div className={row}>
        <Controller
          control={control}
          name="registerId"
          render={(f) => (
            <Select
              isClearable
              label={t('letters.register')}
              placeholder={usual ? registerName(usual) : ''}
              options={registers.map((register) => ({ id: register.id, label: registerName(register) }))}
              {...bindField(f)}
              value={f.field.value ?? null}
              isDisabled={isRegistered}
            />
          )}
        />
        <Controller
          control={control}
          name="ownerId"
          render={(f) => (
            <Select
              label={t('activities.field.owner')}
              placeholder={t('letters.ui.me')}
              options={colleagues}
              {...bindField(f)}
              value={f.field.value ?? null}
              onChange={(id) => f.field.onChange(id ?? undefined)}
            />
          )}
        />
        <Controller
          control={control}
          name="urgency"
          render={(f) => (
            <Select
              label={t('letters.urgency')}
              options={LetterUrgency.options.map((id) => ({ id, label: t(`activities.urgency.${id}`) }))}
              {...bindField(f)}
              value={f.field.value ?? 'normal'}
            />
          )}
        />
        <Controller
          control={control}
          name="confidentiality"
          render={(f) => (
            <Select
              label={t('activities.confidentiality')}
              options={Confidentiality.options.map((id) => ({
                id,
                label: t(`activities.confidentiality.${id}`),
              }))}
              {...bindField(f)}
              value={f.field.value ?? 'normal'}
            />
          )}
        />
        <Controller
          control={control}
          name="enclosures"
          render={(f) => (
            <NumberField
              label={t('letters.ui.enclosures')}
              minValue={0}
              maxValue={9999}
              {...bindField(f)}
              value={f.field.value ?? 0}
              onChange={(count) => f.field.onChange(count ?? 0)}
            />
          )}
        />
        <Controller
          control={control}
          name="answerBy"
          render={(f) => (
            <DatePicker
              isClearable
              label={t('letters.answerBy')}
              {...bindField(f)}
              value={f.field.value ?? null}
            />
          )}
        />
      </div>
    </Card>
  )
}
