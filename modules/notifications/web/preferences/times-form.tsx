import { FormFault, FormField, useSchemaForm, useSubmit, useT } from '@peyvand/platform/web'
import { Button, Card, Checkbox, MultiSelect, TimeField } from '@peyvand/ui'
import { leadChoices, type NotificationPreferences, UpdatePreferences } from '../../contract/index.ts'
import { useSavePreferences } from './use-save-preferences.ts'

interface Props {
  preferences: NotificationPreferences
}

/** When reminders come, when it is quiet, and the morning's e-mail. */
export const TimesForm = ({ preferences }: Props) => {
  const t = useT()
  const save = useSavePreferences()
  const { channels: _channels, available, ...values } = preferences
  const form = useSchemaForm(UpdatePreferences, values)
  const { onSubmit, fault, isPending } = useSubmit(form, (body) => save(body))
  const { control } = form
  return (
    <Card title={t('notifications.times')}>
      <form noValidate onSubmit={onSubmit} className="grid gap-3.5 sm:grid-cols-2">
        <div className="empty:hidden sm:col-span-2">
          <FormFault error={fault} />
        </div>
        <FormField control={control} name="leadMinutes">
          {(field) => (
            <MultiSelect
              {...field}
              label={t('notifications.lead')}
              description={t('notifications.leadHint')}
              value={(field.value ?? []).map(String)}
              onChange={(ids) => field.onChange(ids.map(Number))}
              options={leadChoices.map((lead) => ({
                id: String(lead),
                label: t(`notifications.lead.${lead}`),
              }))}
            />
          )}
        </FormField>
        <FormField control={control} name="morningAt">
          {(field) => (
            <TimeField
              {...field}
              value={field.value ?? null}
              label={t('notifications.morning')}
              description={t('notifications.morningHint')}
            />
          )}
        </FormField>
        <FormField control={control} name="quietFrom">
          {(field) => (
            <TimeField {...field} value={field.value ?? null} label={t('notifications.quietFrom')} />
          )}
        </FormField>
        <FormField control={control} name="quietUntil">
          {(field) => (
            <TimeField
              {...field}
              value={field.value ?? null}
              label={t('notifications.quietUntil')}
              description={t('notifications.quietHint')}
            />
          )}
        </FormField>
        <FormField control={control} name="quietOnDaysOff">
          {(field) => (
            <Checkbox {...field} value={field.value ?? false} className="sm:col-span-2">
              {t('notifications.quietOnDaysOff')}
            </Checkbox>
          )}
        </FormField>
        <FormField control={control} name="digestAt">
          {(field) => (
            <TimeField
              {...field}
              value={field.value ?? null}
              label={t('notifications.digest')}
              {...(available.email ? { description: t('notifications.digestHint') } : {})}
              isDisabled={!available.email}
            />
          )}
        </FormField>
        <FormField control={control} name="digestOnDaysOff">
          {(field) => (
            <Checkbox {...field} value={field.value ?? false} isDisabled={!available.email}>
              {t('notifications.digestOnDaysOff')}
            </Checkbox>
          )}
        </FormField>
        <FormField control={control} name="hideText">
          {(field) => (
            <Checkbox
              {...field}
              value={field.value ?? false}
              description={t('notifications.hideTextHint')}
              className="sm:col-span-2"
            >
              {t('notifications.hideText')}
            </Checkbox>
          )}
        </FormField>
        <div className="sm:col-span-2">
          <Button kind="primary" type="submit" isPending={isPending} isDisabled={!form.formState.isDirty}>
            {t('web.save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
