import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import {
  Button as AriaButton,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastQueue as AriaToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
} from 'react-aria-components'
import { cx } from '../cx.ts'
import { useTexts } from '../provider/ui-context.ts'

// React Aria still names its toast UNSTABLE_; nothing outside this file uses those names.

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

const queue = new AriaToastQueue<ToastOptions>({ maxVisibleToasts: 4 })

const defaultTimeout = ({ kind, action }: ToastOptions) => (kind === 'bad' ? 0 : action ? 10_000 : 6_000)

/** Tells what happened, at the edge of the page. @returns a function that takes it away */
export const toast = (options: ToastOptions): (() => void) => {
  const timeout = options.timeout ?? defaultTimeout(options)
  const key = queue.add(options, timeout > 0 ? { timeout } : {})
  return () => queue.close(key)
}

/** Takes all toasts away, e.g. on signing out. */
export const clearToasts = (): void => queue.clear()

const icons = { info: Info, ok: CircleCheck, warn: TriangleAlert, bad: CircleAlert }
const inks = { info: 'text-accent-text', ok: 'text-ok', warn: 'text-warn', bad: 'text-bad' }

/** Where toasts appear; UiProvider renders it. */
export const ToastRegion = () => {
  const t = useTexts()
  return (
    <AriaToastRegion
      queue={queue}
      aria-label={t.notifications}
      className="fixed inset-x-3 bottom-3 z-60 flex flex-col-reverse gap-2 outline-none sm:inset-x-auto sm:start-5 sm:bottom-5 sm:w-96"
    >
      {({ toast: shown }) => {
        const { title, description, kind = 'info', action } = shown.content
        const Icon = icons[kind]
        return (
          <AriaToast
            toast={shown}
            className="flex items-start gap-2.5 rounded-panel border border-line bg-surface py-2.5 ps-3 pe-2 shadow-3"
          >
            <Icon size={18} className={cx('mt-0.5 shrink-0', inks[kind])} aria-hidden />
            <AriaToastContent className="min-w-0 flex-1">
              <Text slot="title" className="block text-body font-medium">
                {title}
              </Text>
              {description && (
                <Text slot="description" className="block text-meta text-muted">
                  {description}
                </Text>
              )}
            </AriaToastContent>
            {action && (
              <AriaButton
                className="min-h-icon shrink-0 cursor-pointer rounded-control px-2 text-body font-semibold text-accent-text data-hovered:bg-accent-soft"
                onPress={() => {
                  action.onPress()
                  queue.close(shown.key)
                }}
              >
                {action.label}
              </AriaButton>
            )}
            <AriaButton
              slot="close"
              aria-label={t.close}
              className="grid size-icon shrink-0 cursor-pointer place-items-center rounded-control text-muted data-hovered:bg-surface-2"
            >
              <X size={16} aria-hidden />
            </AriaButton>
          </AriaToast>
        )
      }}
    </AriaToastRegion>
  )
}
