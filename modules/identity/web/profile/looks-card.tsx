import type { Locale } from '@peyvand/platform/contract'
import { setPreferences, usePreferences, useProblemText, useT } from '@peyvand/platform/web'
import { Card, type Density, SegmentedControl, type Theme, toast } from '@peyvand/ui'
import { Monitor, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { saveOwnPreference } from '../own-preference.ts'

/** Language and theme, kept in the profile; density of lists, kept on the device. In effect at once. */
export function LooksCard() {
  const t = useT()
  const problem = useProblemText()
  const { locale, theme, density } = usePreferences()
  const failed = (error: unknown) => void toast({ kind: 'bad', title: problem(error) })
  const setTheme = (next: Theme) => {
    setPreferences({ theme: next })
    saveOwnPreference({ theme: next }).catch(failed)
  }
  const setLocale = (next: Locale) =>
    void saveOwnPreference({ locale: next }).then(() => setPreferences({ locale: next }), failed)
  return (
    <Card title={t('identity.ui.profile.looks')}>
      <dl className="grid grid-cols-1 items-center gap-x-6 gap-y-3 sm:grid-cols-[8rem_1fr]">
        <Choice label={t('identity.ui.language')}>
          <SegmentedControl
            label={t('identity.ui.language')}
            value={locale}
            onChange={setLocale}
            options={[
              { id: 'fa', label: 'فارسی' },
              { id: 'en', label: 'English' },
            ]}
          />
        </Choice>
        <Choice label={t('identity.ui.theme')}>
          <SegmentedControl<Theme>
            label={t('identity.ui.theme')}
            value={theme}
            onChange={setTheme}
            options={[
              { id: 'system', label: t('identity.ui.theme.system'), icon: <Monitor /> },
              { id: 'light', label: t('identity.ui.theme.light'), icon: <Sun /> },
              { id: 'dark', label: t('identity.ui.theme.dark'), icon: <Moon /> },
            ]}
          />
        </Choice>
        <Choice label={t('identity.ui.density')}>
          <SegmentedControl<Density>
            label={t('identity.ui.density')}
            value={density}
            onChange={(next) => setPreferences({ density: next })}
            options={[
              { id: 'compact', label: t('identity.ui.density.compact') },
              { id: 'default', label: t('identity.ui.density.default') },
              { id: 'relaxed', label: t('identity.ui.density.relaxed') },
            ]}
          />
        </Choice>
      </dl>
    </Card>
  )
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
