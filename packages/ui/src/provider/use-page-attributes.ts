import { useLayoutEffect } from 'react'
import type { UiSettings } from './ui-context.ts'

const prefersDark = '(prefers-color-scheme: dark)'

/** Writes language, direction, theme and density on the html element, where the tokens read them. */
export const usePageAttributes = ({ locale, theme, density }: UiSettings): void => {
  useLayoutEffect(() => {
    const html = document.documentElement
    html.lang = locale
    html.dir = locale === 'fa' ? 'rtl' : 'ltr'
    html.dataset['density'] = density
  }, [locale, density])

  useLayoutEffect(() => {
    const system = window.matchMedia(prefersDark)
    const apply = () =>
      document.documentElement.classList.toggle(
        'dark',
        theme === 'dark' || (theme === 'system' && system.matches),
      )
    apply()
    system.addEventListener('change', apply)
    return () => system.removeEventListener('change', apply)
  }, [theme])
}
