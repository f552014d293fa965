import { join } from 'node:path'
import { type Manifest, writeBackup } from '@peyvand/platform/backup'
import type { App } from '@peyvand/platform/server'
import type { Settings } from '@peyvand/platform/settings'
import { backupName, makeShelf, shelvedBackups, thinShelf } from './backup-shelf.ts'

interface TakeBackup {
  app: App
  settings: Settings
  /** Another place than the settings name; nothing is removed there. */
  shelf?: string
  onProgress?: (done: number, total: number) => void
}

/** Writes a backup of everything this installation holds, beside the earlier ones. */
export async function takeBackup({ app, settings, shelf, onProgress }: TakeBackup): Promise<{
  folder: string
  manifest: Manifest
}> {
  const place = shelf ?? settings.backup.folder
  await makeShelf(place)
  const [previous] = await shelvedBackups(place)
  const folder = join(place, backupName(new Date()))
  const manifest = await writeBackup({
    ownerPool: app.ownerPool,
    modules: app.registry.modules,
    storage: app.storage,
    secretKeyFile: settings.secretKeyFile,
    folder,
    ...(previous ? { previous: previous.folder } : {}),
    ...(onProgress ? { onProgress } : {}),
  })
  if (!shelf) await thinShelf(place, settings.backup.keep)
  return { folder, manifest }
}
