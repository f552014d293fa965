import { setPreferences, usePageTitle, usePreferences, useT } from '@peyvand/platform/web'
import { cx, SegmentedControl } from '@peyvand/ui'
import type { ReactNode } from 'react'

interface EntryPageProps {
  title: string
  hint?: ReactNode
  isWide?: boolean
  children: ReactNode
}

/** The frame of pages before the sign-in: mark, one card, language. */
export function EntryPage({ title, hint, isWide = false, children }: EntryPageProps) {
  const t = useT()
  const { locale } = usePreferences()
  usePageTitle(title)
  return (
    <main className="flex min-h-dvh flex-col items-center px-3 py-8 sm:justify-center">
      <div className="mb-5 flex items-center gap-2.5">
        <img src="/icon.svg" alt="" width={36} height={36} />
        <p className="text-title font-bold">{t('web.appName')}</p>
      </div>
      <section
        className={cx(
          'w-full rounded-panel border border-line bg-surface p-5 shadow-1 sm:p-7',
          isWide ? 'max-w-160' : 'max-w-100',
        )}
      >
        <h1 className="text-dialog font-bold">{title}</h1>
        {hint && <p className="mt-1 text-body text-muted">{hint}</p>}
        <div className="mt-5">{children}</div>
      </section>
      <SegmentedControl
        className="mt-5"
        label={t('identity.ui.language')}
        value={locale}
        onChange={(next) => setPreferences({ locale: next })}
        options={[
          { id: 'fa', label: 'فارسی' },
          { id: 'en', label: 'English' },
        ]}
      />
    </main>
  )
}
