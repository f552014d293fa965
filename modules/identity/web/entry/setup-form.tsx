import { FormFault, FormField, getPreferences, useSchemaForm, useSubmit, useT } from '@peyvand/platform/web'
import { Button, Checkbox, PasswordField, Select, TextField } from '@peyvand/ui'
import { Setup } from '../../contract/index.ts'
import { timeZoneOptions } from '../settings/time-zones.ts'

interface SetupFormProps {
  offersSampleData: boolean
  onSave: (setup: Setup) => Promise<void>
}

export function SetupForm({ offersSampleData, onSave }: SetupFormProps) {
  const t = useT()
  const form = useSchemaForm(Setup, {
    firmName: '',
    name: '',
    email: '',
    password: '',
    locale: getPreferences().locale,
    timeZone: 'Asia/Tehran',
    moneyUnit: 'toman',
    sampleData: false,
  })
  const { onSubmit, fault, isPending } = useSubmit(form, onSave)
  const { control } = form
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-5">
      <FormFault error={fault} />
      <fieldset className="grid gap-3.5 sm:grid-cols-2">
        <legend className="mb-2 text-prose font-semibold">{t('identity.ui.setup.firm')}</legend>
        <FormField control={control} name="firmName">
          {(field) => (
            <TextField
              {...field}
              label={t('identity.ui.firm.name')}
              isRequired
              autoComplete="organization"
              className="sm:col-span-2"
            />
          )}
        </FormField>
        <FormField control={control} name="timeZone">
          {({ value, ...field }) => (
            <Select
              {...field}
              label={t('identity.ui.firm.timeZone')}
              options={timeZoneOptions()}
              value={value ?? null}
              onChange={(zone) => zone && field.onChange(zone)}
            />
          )}
        </FormField>
        <FormField control={control} name="moneyUnit">
          {({ value, ...field }) => (
            <Select
              {...field}
              label={t('identity.ui.firm.moneyUnit')}
              options={[
                { id: 'toman', label: t('identity.ui.toman') },
                { id: 'rial', label: t('identity.ui.rial') },
              ]}
              value={value ?? null}
              onChange={(unit) => unit && field.onChange(unit)}
            />
          )}
        </FormField>
      </fieldset>
      <fieldset className="grid gap-3.5 sm:grid-cols-2">
        <legend className="mb-2 text-prose font-semibold">{t('identity.ui.setup.administrator')}</legend>
        <FormField control={control} name="name">
          {(field) => (
            <TextField {...field} label={t('identity.ui.fullName')} isRequired autoComplete="name" />
          )}
        </FormField>
        <FormField control={control} name="email">
          {(field) => (
            <TextField
              {...field}
              label={t('identity.user.email')}
              isRequired
              type="email"
              dir="ltr"
              autoComplete="username"
            />
          )}
        </FormField>
        <FormField control={control} name="password">
          {(field) => (
            <PasswordField
              {...field}
              label={t('identity.ui.password')}
              description={t('identity.ui.passwordRule')}
              isRequired
              autoComplete="new-password"
              className="sm:col-span-2"
            />
          )}
        </FormField>
      </fieldset>
      {offersSampleData && (
        <FormField control={control} name="sampleData">
          {(field) => (
            <Checkbox {...field} value={field.value ?? false} description={t('identity.ui.setup.sampleHint')}>
              {t('identity.ui.setup.sample')}
            </Checkbox>
          )}
        </FormField>
      )}
      <Button kind="primary" type="submit" isPending={isPending} className="self-start">
        {t('identity.ui.setup.submit')}
      </Button>
    </form>
  )
}
