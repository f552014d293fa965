import { PageProblem, useT } from '@peyvand/platform/web'
import { ButtonLink, Spinner } from '@peyvand/ui'

/** While a handed-over link is checked, and when it turns out to be of no use. */
export function LinkCheck({ error }: { error: unknown }) {
  const t = useT()
  if (!error) return <Spinner className="mx-auto text-muted" />
  return (
    <div className="flex flex-col gap-4">
      <PageProblem error={error} />
      <ButtonLink href="/sign-in">{t('identity.ui.toSignIn')}</ButtonLink>
    </div>
  )
}
