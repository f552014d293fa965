import { Slot, useT } from '@peyvand/platform/web'
import { lazyPart } from '@peyvand/ui'
import { usePaletteShortcut } from '@peyvand/ui/data'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { PhoneBar } from './phone-bar.tsx'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'

const NavDrawer = lazy(async () => ({ default: (await import('./nav-drawer.tsx')).NavDrawer }))
const Notices = lazyPart(async () => (await import('./notices.tsx')).Notices)
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))

/** The frame of every screen behind the sign-in. */
export function Shell() {
  const t = useT()
  const [isPaletteOpen, openPalette] = useState(false)
  const [isDrawerOpen, openDrawer] = useState(false)
  usePaletteShortcut(() => openPalette((isOpen) => !isOpen))
  return (
    <div className="flex h-dvh min-h-0">
      <a
        href="#main"
        className="sr-only z-50 rounded-control bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:absolute focus:start-3 focus:top-3"
      >
        {t('shell.skip')}
      </a>
      <Sidebar />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar onSearch={() => openPalette(true)} onMenu={() => openDrawer(true)} />
        <Notices />
        <main
          id="main"
          tabIndex={-1}
          className="relative min-h-0 flex-1 overflow-y-auto p-3 outline-none sm:p-5"
        >
          <Outlet />
        </main>
        <PhoneBar onMore={() => openDrawer(true)} />
      </div>
      {isDrawerOpen && (
        <Suspense>
          <NavDrawer onClose={() => openDrawer(false)} />
        </Suspense>
      )}
      {isPaletteOpen && (
        <Suspense>
          <Palette onClose={() => openPalette(false)} />
        </Suspense>
      )}
      <Slot name="shell.overlay" with={{}} />
    </div>
  )
}
