import type { Caller } from '@peyvand/parties/testing'
import type { TestApp } from '@peyvand/platform/testing'
import type { Notification } from '../../contract/index.ts'

/** What somebody's notification centre shows, newest first. */
export async function notificationsOf(caller: Caller, query = ''): Promise<Notification[]> {
  const { status, body } = await caller.get<{ items: Notification[] }>(`/notifications?limit=100${query}`)
  if (status !== 200) throw new Error(`not listed: ${JSON.stringify(body)}`)
  return body.items
}

/** Kinds of what somebody was told of a subject, oldest first. */
export async function toldOf(caller: Caller, subjectId: string): Promise<string[]> {
  const items = await notificationsOf(caller)
  return items
    .filter(({ subject }) => subject?.id === subjectId)
    .map(({ kind }) => kind)
    .toReversed()
}

/** Does what the clock starts each minute, in every firm. */
export async function passMinute(tested: TestApp): Promise<void> {
  for (const job of ['notifications.remind', 'notifications.digests'])
    await tested.app.ownerPool.query('select graphile_worker.add_job($1)', [`cron:${job}`])
  await tested.runJobs()
}
