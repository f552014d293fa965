import { sharedValue, useShared } from '@peyvand/platform/web'

/** What Chromium hands out when the app may be installed; the standard types lack it. */
interface InstallEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>
}

const storageKey = 'peyvand.installOffer'
const offeredFromStart = 2

const offered = sharedValue<InstallEvent | null>(null)
const isOver = sharedValue(false)

/** Hears the browser's offer, which may come before anything is shown. */
export function watchInstallOffer(): void {
  const starts = Number(read()) + 1
  if (read() !== 'over') write(String(starts))
  isOver.set(read() === 'over' || starts < offeredFromStart)
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offered.set(event as InstallEvent)
  })
  window.addEventListener('appinstalled', () => {
    offered.set(null)
    endOffer()
  })
}

/** Installs the app on this device; null where the browser does not offer it. */
export function useInstall(): (() => void) | null {
  const event = useShared(offered)
  if (!event) return null
  return () => {
    // An offer serves once.
    offered.set(null)
    void event.prompt()
  }
}

/** Whether to suggest the installation by itself: on a phone, from the second visit, until it was answered. */
export function useInstallHint(): 'install' | 'byShareMenu' | null {
  const event = useShared(offered)
  const over = useShared(isOver)
  if (over || isInstalled() || !matchMedia('(pointer: coarse)').matches) return null
  if (event) return 'install'
  return isAppleDevice() ? 'byShareMenu' : null
}

/** The suggestion was answered, one way or the other. */
export function endOffer(): void {
  write('over')
  isOver.set(true)
}

const isInstalled = () => matchMedia('(display-mode: standalone)').matches
/** Its browsers install only through their own menu. */
const isAppleDevice = () => /iPhone|iPad/.test(navigator.userAgent)

function read(): string {
  try {
    return localStorage.getItem(storageKey) ?? '0'
  } catch {
    return 'over'
  }
}

function write(value: string): void {
  try {
    localStorage.setItem(storageKey, value)
  } catch {
    // Without storage nothing is suggested.
  }
}
