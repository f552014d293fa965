import { useEffect } from 'react'
import { useT } from './i18n.ts'

/** The title of the browser's tab: the screen first, then the program. */
export function usePageTitle(title: string | undefined): void {
  const t = useT()
  useEffect(() => {
    document.title = title ? `${title} · ${t('web.appName')}` : t('web.appName')
  }, [title, t])
}
