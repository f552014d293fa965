import { type ReactNode, useMemo } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { installReactAriaStrings } from '../i18n/install-react-aria-strings.ts'
import { lazyPart } from '../lazy-part.tsx'
import { ConfirmHost } from '../overlays/confirm-host.tsx'
import { defaultSettings, UiContext, type UiSettings } from './ui-context.ts'
import { usePageAttributes } from './use-page-attributes.ts'

const ToastRegion = lazyPart(async () => (await import('../overlays/toast-region.tsx')).ToastRegion)

export type UiProviderProps = Partial<UiSettings> & {
  /** Client-side navigation for every link of the kit; without it links load the page. */
  navigate?: (href: string) => void
  /** Turns the router's own path into what stands in the address bar. */
  useHref?: (href: string) => string
  children: ReactNode
}

const loadPage = (href: string) => window.location.assign(href)
const sameHref = (href: string) => href

/**
 * Sets language, direction, theme, density and time zone for everything inside, and hosts toasts and
 * confirmations. One per page, at the root.
 */
export const UiProvider = ({
  navigate = loadPage,
  useHref = sameHref,
  children,
  ...given
}: UiProviderProps) => {
  const { locale, theme, density, timeZone, moneyUnit, holidays } = { ...defaultSettings, ...given }
  const settings = useMemo(
    () => ({ locale, theme, density, timeZone, moneyUnit, holidays }),
    [locale, theme, density, timeZone, moneyUnit, holidays],
  )
  installReactAriaStrings(locale)
  usePageAttributes(settings)
  return (
    // No -u-nu- or -u-ca-: an explicit numbering system switches off typing of Latin digits.
    <I18nProvider locale={locale === 'fa' ? 'fa-IR' : 'en-US'}>
      <RouterProvider navigate={navigate} useHref={useHref}>
        <UiContext value={settings}>
          {children}
          <ToastRegion />
          <ConfirmHost />
        </UiContext>
      </RouterProvider>
    </I18nProvider>
  )
}
