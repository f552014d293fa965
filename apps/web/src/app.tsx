import { getSessionRoute } from '@peyvand/identity/contract'
import { queryClient, SlotsContext, useHolidayNames, usePreferences, useRoute } from '@peyvand/platform/web'
import { UiProvider } from '@peyvand/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { modules } from './modules.ts'
import { router } from './router.tsx'

const slots = modules.flatMap((module) => module.slots ?? [])

/** Providers that hold before and after signing in. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <SlotsContext value={slots}>
        <Screens />
      </SlotsContext>
    </QueryClientProvider>
  )
}

function Screens() {
  const { locale, theme, density } = usePreferences()
  const holidays = useHolidayNames()
  // Known once `SignedIn` has asked; until then the kit's defaults hold.
  const { data: session } = useRoute(getSessionRoute, {}, { enabled: false })
  return (
    <UiProvider
      locale={locale}
      theme={theme}
      density={density}
      holidays={holidays}
      navigate={goTo}
      {...(session && { timeZone: session.firm.timeZone, moneyUnit: session.firm.moneyUnit })}
    >
      <RouterProvider router={router} />
    </UiProvider>
  )
}

/** Screens open in place; files of the API are the browser's to load. */
function goTo(href: string): void {
  if (href.startsWith('/api/')) window.location.assign(href)
  else router.history.push(href)
}
