import {
  ApiProblem,
  callApi,
  FormFault,
  FormField,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, CodeField, DescriptionList, PasswordField, TextField } from '@peyvand/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { acceptInvitationRoute, checkInvitationRoute } from '../../contract/index.ts'
import { enter } from './enter.ts'
import { EntryPage } from './entry-page.tsx'
import { LinkCheck } from './link-check.tsx'
import { useLinkToken } from './use-link-token.ts'

type Invitation = z.output<typeof checkInvitationRoute.answer>
const Acceptance = z.object({
  token: z.string(),
  password: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(120).optional(),
  code: z.string().trim().min(6).max(20).optional(),
})

/** Joining a firm by an invitation. */
export function InvitationPage() {
  const t = useT()
  const token = useLinkToken()
  const { data: invitation, error } = useQuery({
    queryKey: [checkInvitationRoute.path, token],
    queryFn: () => callApi(checkInvitationRoute, { body: { token } }),
  })
  return invitation ? (
    <EntryPage
      title={t('identity.ui.invitation.title', { firm: invitation.firm })}
      hint={t(invitation.hasPassword ? 'identity.ui.invitation.known' : 'identity.ui.invitation.new')}
    >
      <InvitationForm token={token} invitation={invitation} />
    </EntryPage>
  ) : (
    <EntryPage title={t('identity.ui.invitation.plain')}>
      <LinkCheck error={error} />
    </EntryPage>
  )
}

function InvitationForm({ token, invitation }: { token: string; invitation: Invitation }) {
  const t = useT()
  const { email, hasPassword } = invitation
  const [needsCode, setNeedsCode] = useState(false)
  const form = useSchemaForm(Acceptance, { token, password: '', name: invitation.name })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    try {
      await callApi(acceptInvitationRoute, { body })
      enter()
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'signIn.codeNeeded') setNeedsCode(true)
      throw error
    }
  })
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3.5">
      <FormFault error={fault} />
      <DescriptionList items={[{ label: t('identity.user.email'), value: <bdi dir="ltr">{email}</bdi> }]} />
      {!hasPassword && (
        <FormField control={form.control} name="name">
          {(field) => <TextField {...field} value={field.value ?? ''} label={t('identity.user.name')} />}
        </FormField>
      )}
      <input type="hidden" autoComplete="username" value={email} />
      <FormField control={form.control} name="password">
        {(field) => (
          <PasswordField
            {...field}
            label={t(hasPassword ? 'identity.ui.password' : 'identity.ui.newPassword')}
            {...(hasPassword ? {} : { description: t('identity.ui.passwordRule') })}
            autoComplete={hasPassword ? 'current-password' : 'new-password'}
          />
        )}
      </FormField>
      {needsCode && (
        <FormField control={form.control} name="code">
          {(field) => (
            <CodeField
              {...field}
              value={field.value ?? ''}
              label={t('identity.ui.code')}
              autoComplete="one-time-code"
            />
          )}
        </FormField>
      )}
      <Button kind="primary" type="submit" isPending={isPending}>
        {t('identity.ui.invitation.submit')}
      </Button>
    </form>
  )
}
