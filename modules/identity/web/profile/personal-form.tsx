import { FormFault, FormField, useLeaveGuard, useSchemaForm, useSubmit, useT } from '@peyvand/platform/web'
import { Button, Card, PhoneField, TextArea, TextField } from '@peyvand/ui'
import { type Profile, UpdateProfile } from '../../contract/index.ts'
import { useSaveProfile } from './use-save-profile.ts'

export function PersonalForm({ profile }: { profile: Profile }) {
  const t = useT()
  const save = useSaveProfile()
  const { version, name, mobile, jobTitle, signature } = profile
  const form = useSchemaForm(UpdateProfile, { version, name, mobile, jobTitle, signature })
  const { onSubmit, fault, isPending } = useSubmit(form, save)
  const { isDirty } = form.formState
  useLeaveGuard(isDirty && !isPending)
  const { control } = form
  return (
    <Card>
      <form noValidate onSubmit={onSubmit} className="grid gap-3.5 sm:grid-cols-2">
        <div className="empty:hidden sm:col-span-2">
          <FormFault error={fault} />
        </div>
        <FormField control={control} name="name">
          {(field) => (
            <TextField {...field} value={field.value ?? ''} label={t('identity.ui.fullName')} isRequired />
          )}
        </FormField>
        <FormField control={control} name="jobTitle">
          {(field) => <TextField {...field} value={field.value ?? ''} label={t('identity.user.jobTitle')} />}
        </FormField>
        <FormField control={control} name="mobile">
          {(field) => <PhoneField {...field} value={field.value ?? ''} label={t('identity.user.mobile')} />}
        </FormField>
        <FormField control={control} name="signature">
          {(field) => (
            <TextArea
              {...field}
              value={field.value ?? ''}
              label={t('identity.ui.profile.signature')}
              description={t('identity.ui.profile.signatureHint')}
              className="sm:col-span-2"
            />
          )}
        </FormField>
        <div className="sm:col-span-2">
          <Button kind="primary" type="submit" isPending={isPending} isDisabled={!isDirty}>
            {t('web.save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
