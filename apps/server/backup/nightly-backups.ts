import type { App } from '@peyvand/platform/server'
import type { Settings } from '@peyvand/platform/settings'
import { shelvedBackups } from './backup-shelf.ts'
import { checkBackup } from './check-backup.ts'
import { takeBackup } from './take-backup.ts'

/** Also how long a program that has just started is left to its users first. */
const betweenLooks = 10 * 60_000
/** No two processes of an installation write backups at once. */
const lockKey = 7_202_611_23

/**
 * Takes a backup a day at the time that the settings name, or as soon after it as the program runs, and proves it by
 * a restore. A backup that did not come to its end leaves nothing and is taken again.
 */
export function startNightlyBackups(app: App, settings: Settings): { stop(): Promise<void> } {
  const { at } = settings.backup
  if (at === null) return { stop: async () => undefined }
  let running: Promise<void> = Promise.resolve()
  let isRunning = false
  const look = () => {
    if (isRunning) return
    isRunning = true
    running = backUpWhenDue(app, settings, at)
      .catch((error: unknown) => app.log.error({ err: error }, 'the nightly backup failed'))
      .finally(() => {
        isRunning = false
      })
  }
  const timer = setInterval(look, betweenLooks)
  timer.unref()
  return {
    stop: () => {
      clearInterval(timer)
      return running
    },
  }
}

/** The last moment at which a backup was due. */
export function lastDue(at: string, now: Date): Date {
  const [hour = 0, minute = 0] = at.split(':').map(Number)
  const due = new Date(now)
  due.setHours(hour, minute, 0, 0)
  if (due > now) due.setDate(due.getDate() - 1)
  return due
}

async function backUpWhenDue(app: App, settings: Settings, at: string): Promise<void> {
  const due = lastDue(at, app.now())
  const isTaken = async () => {
    const [newest] = await shelvedBackups(settings.backup.folder)
    return newest !== undefined && newest.takenAt >= due
  }
  if (await isTaken()) return
  const client = await app.ownerPool.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      lockKey,
    ])
    if (!rows[0]?.mine) return
    const { rows: firms } = await client.query('select from firms limit 1')
    if (firms.length === 0 || (await isTaken())) return
    const { folder } = await takeBackup({ app, settings })
    const check = await checkBackup({ folder, settings, log: app.log })
    if (check.ok) app.log.info({ folder }, 'backup taken and proved by a restore')
    else app.log.error({ folder, faults: check.faults }, 'the backup cannot be restored as it should')
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => undefined)
    client.release()
  }
}
