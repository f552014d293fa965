import { forgetAnswers, getPreferences, type WebRoute, whenSessionEnds } from '@peyvand/platform/web'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
  redirect,
} from '@tanstack/react-router'
import type { FunctionComponent } from 'react'
import { Guarded } from './guarded.tsx'
import { MissingPage } from './missing-page.tsx'
import { modules } from './modules.ts'
import { BrokenPage, PendingPage } from './page-fallbacks.tsx'
import { SettingsLayout } from './settings/settings-layout.tsx'
import { SignedIn } from './start/signed-in.tsx'
import { loadLaterTexts } from './texts/load-texts.ts'

const routes = modules.flatMap((module) => module.routes ?? [])
const isSetting = ({ path }: WebRoute) => path.startsWith('/settings/')

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: MissingPage })
const signedInRoute = createRoute({ getParentRoute: () => rootRoute, id: 'signed-in', component: SignedIn })
const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'settings',
  component: SettingsLayout,
})

const publicScreens = routes
  .filter(({ isPublic }) => isPublic)
  .map((route) =>
    createRoute({ getParentRoute: () => rootRoute, path: route.path, component: screenOf(route) }),
  )
const settings = [
  createRoute({ getParentRoute: () => settingsRoute, path: '/settings' }),
  ...routes
    .filter(isSetting)
    .map((route) =>
      createRoute({ getParentRoute: () => settingsRoute, path: route.path, component: screenOf(route) }),
    ),
]
const screens = routes
  .filter((route) => !route.isPublic && !isSetting(route))
  .map((route) =>
    createRoute({ getParentRoute: () => signedInRoute, path: route.path, component: screenOf(route) }),
  )
// Until a module brings a home page, the profile is what everybody has.
const home = routes.some(({ path }) => path === '/')
  ? []
  : [
      createRoute({
        getParentRoute: () => signedInRoute,
        path: '/',
        beforeLoad: () => {
          throw redirect({ href: '/profile' })
        },
      }),
    ]

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signedInRoute.addChildren([...home, ...screens, settingsRoute.addChildren(settings)]),
    ...publicScreens,
  ]),
  defaultPendingComponent: PendingPage,
  defaultErrorComponent: BrokenPage,
  defaultPreload: 'intent',
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
})

whenSessionEnds(() => {
  // Whoever comes next must not read what this device has kept; what waits to be sent stays for its writer.
  void forgetAnswers().catch(() => undefined)
  const { pathname, href } = router.latestLocation
  if (routes.some((route) => route.isPublic && route.path === pathname)) return
  router.history.push(`/sign-in?from=${encodeURIComponent(href)}`)
})

function screenOf({ path, page, permission }: WebRoute): RouteComponent {
  const Screen = lazyRouteComponent(async (): Promise<{ default: FunctionComponent }> => {
    // What the start page says came with the frame.
    const texts = path === '/' ? undefined : loadLaterTexts(getPreferences().locale)
    const [loaded] = await Promise.all([page(), texts]).catch(staying)
    return 'default' in loaded ? loaded : { default: loaded }
  })
  if (!permission) return Screen
  return () => (
    <Guarded permission={permission}>
      <Screen />
    </Guarded>
  )
}

/** The router loads the page anew for a part that it lacks; without a connection that would close the program. */
function staying(error: unknown): never {
  if (navigator.onLine || !(error instanceof Error)) throw error
  throw new Error(`Offline: ${error.message}`, { cause: error })
}
