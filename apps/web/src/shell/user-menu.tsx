import { saveOwnPreference, signOut } from '@peyvand/identity/web'
import type { Locale } from '@peyvand/platform/contract'
import { setPreferences, usePreferences, useProblemText, useSession, useT } from '@peyvand/platform/web'
import {
  Avatar,
  type Density,
  Menu,
  MenuItem,
  MenuSection,
  MenuSeparator,
  MenuTrigger,
  SubmenuTrigger,
  type Theme,
  toast,
} from '@peyvand/ui'
import { Download, Languages, LogOut, Rows3, SunMoon, UserRound } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useInstall } from '../installed/install-offer.ts'
import { FirmMenuItem } from './firm-menu-item.tsx'

const themes: readonly Theme[] = ['system', 'light', 'dark']
const densities: readonly Density[] = ['compact', 'default', 'relaxed']
const languages: readonly { id: Locale; name: string }[] = [
  { id: 'fa', name: 'فارسی' },
  { id: 'en', name: 'English' },
]

/** Who is signed in, how the screens look, and the way out. */
export function UserMenu() {
  const t = useT()
  const problem = useProblemText()
  const { user } = useSession()
  const { theme, density, locale } = usePreferences()
  const install = useInstall()

  const failed = (error: unknown) => void toast({ kind: 'bad', title: problem(error) })
  const setTheme = (next: Theme) => {
    setPreferences({ theme: next })
    saveOwnPreference({ theme: next }).catch(failed)
  }
  // The profile first: the page loads anew in the other language, which would cut the request off.
  const setLanguage = (next: Locale) =>
    void saveOwnPreference({ locale: next }).then(() => setPreferences({ locale: next }), failed)

  return (
    <MenuTrigger>
      <Button
        aria-label={t('shell.userMenu', { name: user.name })}
        className="grid size-control cursor-pointer place-items-center rounded-pill"
      >
        <Avatar name={user.name} size={32} />
      </Button>
      <Menu aria-label={t('shell.userMenu', { name: user.name })} placement="bottom end">
        <MenuSection title={user.name}>
          <MenuItem icon={<UserRound />} href="/profile">
            {t('shell.profile')}
          </MenuItem>
        </MenuSection>
        <MenuSeparator />
        <SubmenuTrigger>
          <MenuItem icon={<SunMoon />}>{t('shell.theme')}</MenuItem>
          <Menu aria-label={t('shell.theme')} selectionMode="single" selectedKeys={[theme]}>
            {themes.map((id) => (
              <MenuItem key={id} id={id} onAction={() => setTheme(id)}>
                {t(`shell.theme.${id}`)}
              </MenuItem>
            ))}
          </Menu>
        </SubmenuTrigger>
        <SubmenuTrigger>
          <MenuItem icon={<Languages />}>{t('shell.language')}</MenuItem>
          <Menu aria-label={t('shell.language')} selectionMode="single" selectedKeys={[locale]}>
            {languages.map(({ id, name }) => (
              <MenuItem key={id} id={id} onAction={() => id !== locale && setLanguage(id)}>
                {name}
              </MenuItem>
            ))}
          </Menu>
        </SubmenuTrigger>
        <SubmenuTrigger>
          <MenuItem icon={<Rows3 />}>{t('shell.density')}</MenuItem>
          <Menu aria-label={t('shell.density')} selectionMode="single" selectedKeys={[density]}>
            {densities.map((id) => (
              <MenuItem key={id} id={id} onAction={() => setPreferences({ density: id })}>
                {t(`shell.density.${id}`)}
              </MenuItem>
            ))}
          </Menu>
        </SubmenuTrigger>
        <FirmMenuItem onFailure={failed} />
        <MenuSeparator />
        {install && (
          <MenuItem icon={<Download />} onAction={install}>
            {t('install.app')}
          </MenuItem>
        )}
        <MenuItem icon={<LogOut />} onAction={() => void signOut(t)}>
          {t('shell.signOut')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
