import { UNSTABLE_ToastQueue as AriaToastQueue } from 'react-aria-components'

// React Aria still names its toast UNSTABLE_; nothing but this file and the region uses those names.

export type ToastKind = 'info' | 'ok' | 'warn' | 'bad'

export type ToastOptions = {
  title: string
  description?: string
  kind?: ToastKind
  /** Undo, retry, open… Pressing it closes the toast. */
  action?: { label: string; onPress: () => void }
  /** Milliseconds; 0 stays until closed. Default 6,000; with an action 10,000; errors stay. */
  timeout?: number
}

/** What the region shows. */
export const toastQueue = new AriaToastQueue<ToastOptions>({ maxVisibleToasts: 4 })

const defaultTimeout = ({ kind, action }: ToastOptions) => (kind === 'bad' ? 0 : action ? 10_000 : 6_000)

/** Tells what happened, at the edge of the page. @returns a function that takes it away */
export const toast = (options: ToastOptions): (() => void) => {
  const timeout = options.timeout ?? defaultTimeout(options)
  const key = toastQueue.add(options, timeout > 0 ? { timeout } : {})
  return () => toastQueue.close(key)
}

/** Takes all toasts away, e.g. on signing out. */
export const clearToasts = (): void => toastQueue.clear()
