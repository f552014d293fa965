import { confirm } from '@peyvand/ui'
import { useBlocker } from '@tanstack/react-router'
import { useT } from '../i18n.ts'

/** Asks before a screen with unsaved changes is left, by link, back button or closed tab. */
export function useLeaveGuard(isDirty: boolean): void {
  const t = useT()
  useBlocker({
    disabled: !isDirty,
    enableBeforeUnload: isDirty,
    shouldBlockFn: async () =>
      !(await confirm({
        title: t('web.leaveTitle'),
        body: t('web.leaveBody'),
        confirmLabel: t('web.leave'),
        isDanger: true,
      })),
  })
}
