import { confirm } from '@peyvand/ui'
import { useBlocker } from '@tanstack/react-router'
import { useT } from '../i18n.ts'

/**
 * Asks before a screen with unsaved changes is left, by link, back button or closed tab. `onLeave` runs when the reader
 * gives the changes up.
 */
export function useLeaveGuard(isDirty: boolean, onLeave?: () => void): void {
  const t = useT()
  useBlocker({
    disabled: !isDirty,
    enableBeforeUnload: isDirty,
    shouldBlockFn: async () => {
      const isLeft = await confirm({
        title: t('web.leaveTitle'),
        body: t('web.leaveBody'),
        confirmLabel: t('web.leave'),
        isDanger: true,
      })
      if (isLeft) onLeave?.()
      return !isLeft
    },
  })
}
