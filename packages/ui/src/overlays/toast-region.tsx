import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import {
  Button as AriaButton,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
} from 'react-aria-components'
import { cx } from '../cx.ts'
import { useTexts } from '../provider/ui-context.ts'
import { toastQueue } from './toast.ts'

const icons = { info: Info, ok: CircleCheck, warn: TriangleAlert, bad: CircleAlert }
const inks = { info: 'text-accent-text', ok: 'text-ok', warn: 'text-warn', bad: 'text-bad' }

/** Where toasts appear; UiProvider renders it. */
export const ToastRegion = () => {
  const t = useTexts()
  return (
    <AriaToastRegion
      queue={toastQueue}
      aria-label={t.notifications}
      className="fixed inset-x-3 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-60 flex flex-col-reverse gap-2 outline-none sm:inset-x-auto sm:start-5 sm:bottom-5 sm:w-96"
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
                  toastQueue.close(shown.key)
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
