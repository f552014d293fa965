import { usePageTitle, useT } from '@peyvand/platform/web'
import { ButtonLink, EmptyState } from '@peyvand/ui'
import { SearchX } from 'lucide-react'

export function MissingPage() {
  const t = useT()
  usePageTitle(t('web.notFound'))
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={<SearchX />}
        title={t('web.notFound')}
        action={
          <ButtonLink kind="primary" href="/">
            {t('web.home')}
          </ButtonLink>
        }
      >
        {t('shell.notFoundHint')}
      </EmptyState>
    </main>
  )
}
