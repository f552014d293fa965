import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { keyPath, readManifest, restoreFiles, restoreRows } from '@peyvand/platform/backup'
import { rowsIn } from '../backup/check-backup.ts'
import { openEmpty } from '../backup/open-empty.ts'
import { createStorage } from '../create-storage.ts'
import { modules } from '../modules.ts'
import { openDatabase } from '../open-database.ts'
import type { Command } from './command.ts'
import { errorLog } from './error-log.ts'

/** Brings an empty installation to what a backup holds: rows, files and the key that opens its secrets. */
export const restoreCommand: Command = {
  name: 'restore',
  summary: {
    fa: 'نسخهٔ پشتیبان را روی یک نصب خالی بازیابی می‌کند: داده‌ها، فایل‌ها و کلید',
    en: 'Restore a backup into an empty installation: data, files and key',
  },
  positionals: ['FOLDER'],
  options: {},
  run: async (cli) => {
    const { settings } = cli
    const folder = resolve(cli.positionals[0] ?? '')
    const manifest = await readManifest(folder, modules)
    // A running program would go on with what it remembers of the empty database.
    const database = await openDatabase({ settings, log: errorLog })
    try {
      await openEmpty(database, (ownerPool, appRole) =>
        restoreRows({ folder, ownerPool, appRole, modules, onProgress: cli.progress }),
      )
    } finally {
      await database.close()
    }
    if (manifest.hasSecretKey) await bringKey(folder, settings.secretKeyFile)
    await restoreFiles(folder, manifest, await createStorage(settings))
    const rows = rowsIn(manifest)
    cli.answer({ takenAt: manifest.takenAt, rows, files: manifest.files.length }, [
      cli.text({
        fa: `${rows} سطر و ${manifest.files.length} فایل بازیابی شد. اکنون برنامه را با npm start راه بیندازید.`,
        en: `${rows} rows and ${manifest.files.length} files are back. Now start the program with npm start.`,
      }),
    ])
  },
}

/** The backup's secrets are sealed with its key; one that this machine made by itself is set aside. */
async function bringKey(folder: string, target: string): Promise<void> {
  const key = keyPath(folder)
  if (existsSync(target)) {
    if ((await readFile(target, 'utf8')) === (await readFile(key, 'utf8'))) return
    await rename(target, `${target}.before-restore`)
  }
  await mkdir(dirname(target), { recursive: true })
  await copyFile(key, target)
}
