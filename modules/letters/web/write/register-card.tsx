import { Confidentiality, LetterUrgency } from '@peyvand/activities/contract'
import { useColleagues } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { bindField, Card, DatePicker, NumberField, Select } from '@peyvand/ui'
import { Controller, useFormContext } from 'react-hook-form'
import type { LetterInput } from './letter-values.ts'
import { RegisterSelect } from './register-select.tsx'

/** Where it is registered, how urgent and secret it is, and by when it is answered. */
export const RegisterCard = ({ isRegistered }: { isRegistered: boolean }) => {
  const t = useT()
  const { control, watch } = useFormContext<LetterInput>()
  const direction = watch('direction')
  const colleagues = useColleagues()
  return (
    <Card title={t('letters.ui.registering')}>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <Controller
          control={control}
          name="registerId"
          render={(f) => (
            <RegisterSelect
              {...bindField(f)}
              direction={direction}
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
