import { FormFault, FormField, useRoute, useSchemaForm, useSubmit, useT } from '@peyvand/platform/web'
import { Button, Callout, Card, ComboBox, DatePicker, useFormat } from '@peyvand/ui'
import { listColleaguesRoute, type Profile, UpdateProfile } from '../../contract/index.ts'
import { useSaveProfile } from './use-save-profile.ts'

/** From when to when the user is away, and who gets their work meanwhile. */
export function AbsenceForm({ profile }: { profile: Profile }) {
  const t = useT()
  const format = useFormat()
  const save = useSaveProfile()
  const { version, absentFrom, absentUntil, deputy } = profile
  const { data: colleagues } = useRoute(listColleaguesRoute, { query: {} })
  const form = useSchemaForm(UpdateProfile, {
    version,
    absentFrom,
    absentUntil,
    deputyId: deputy?.id ?? null,
  })
  const { onSubmit, fault, isPending } = useSubmit(form, save)
  const { control } = form
  const end = () => void save({ version, absentFrom: null, absentUntil: null, deputyId: null })
  return (
    <Card>
      <form noValidate onSubmit={onSubmit} className="grid gap-3.5 sm:grid-cols-2">
        <p className="text-muted sm:col-span-2">{t('identity.ui.absence.hint')}</p>
        {absentFrom && (
          <Callout
            className="sm:col-span-2"
            action={
              <Button size="small" onPress={end}>
                {t('identity.ui.absence.end')}
              </Button>
            }
          >
            {absentUntil
              ? t('identity.ui.absence.span', {
                  from: format.date(absentFrom),
                  until: format.date(absentUntil),
                })
              : t('identity.ui.absence.open', { from: format.date(absentFrom) })}
          </Callout>
        )}
        <div className="empty:hidden sm:col-span-2">
          <FormFault error={fault} />
        </div>
        <FormField control={control} name="absentFrom">
          {(field) => (
            <DatePicker
              {...field}
              value={field.value ?? null}
              label={t('identity.ui.absence.from')}
              isClearable
            />
          )}
        </FormField>
        <FormField control={control} name="absentUntil">
          {(field) => (
            <DatePicker
              {...field}
              value={field.value ?? null}
              label={t('identity.ui.absence.until')}
              isClearable
            />
          )}
        </FormField>
        <FormField control={control} name="deputyId">
          {(field) => (
            <ComboBox
              {...field}
              value={field.value ?? null}
              {...(deputy ? { valueLabel: deputy.name } : {})}
              label={t('identity.ui.absence.deputy')}
              options={(colleagues?.items ?? [])
                .filter(({ id }) => id !== profile.id)
                .map(({ id, name }) => ({ id, label: name }))}
            />
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
