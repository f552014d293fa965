import { confirm } from '@peyvand/ui'
import { forgetDrafts } from '../form/use-draft.ts'
import type { T } from '../i18n.ts'
import { forgetRecentRecords } from '../recent-records.ts'
import { forgetAnswers } from './kept-answers.ts'
import { offlineOwner } from './owner.ts'
import { deleteWaiting, listWaiting } from './waiting.ts'

/** Asks before signing out when something still waits to be sent, for it would be lost. */
export async function mayLeaveDevice(t: T): Promise<boolean> {
  const count = (await waitingHere()).length
  if (count === 0) return true
  return confirm({
    title: t('offline.leaveTitle'),
    body: t('offline.leaveBody', { count }),
    confirmLabel: t('offline.leave'),
    isDanger: true,
  })
}

/** On signing out: nothing of this user stays on the device, and nothing of theirs is sent any more. */
export async function leaveDevice(): Promise<void> {
  forgetRecentRecords()
  forgetDrafts()
  for (const { id } of await waitingHere()) await deleteWaiting(id)
  await forgetAnswers().catch(() => undefined)
  offlineOwner.set(null)
}

const waitingHere = async () => {
  const owner = offlineOwner.get()
  // A device that keeps nothing has nothing waiting.
  return owner ? listWaiting(owner).catch(() => []) : []
}
