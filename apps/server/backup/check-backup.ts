import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { asFirm, directory, listFirms } from '@peyvand/identity/server'
import { type Manifest, readManifest, restoreFiles, restoreRows } from '@peyvand/platform/backup'
import { StartupError, verifyAudit } from '@peyvand/platform/server'
import { readSettings, type Settings } from '@peyvand/platform/settings'
import type { Logger } from 'pino'
import { createApp } from '../create-app.ts'
import { modules } from '../modules.ts'
import { openDatabase } from '../open-database.ts'
import { type BackupCheck, writeCheck } from './backup-shelf.ts'
import { openEmpty } from './open-empty.ts'

interface CheckBackup {
  folder: string
  settings: Settings
  log: Logger
}

/**
 * Proves a backup by restoring it: a database server of its own is started on a scratch folder, rows are restored and
 * migrated as on an empty machine, every file is read, and the chain of the audit log is computed anew.
 */
export async function checkBackup({ folder, settings, log }: CheckBackup): Promise<BackupCheck> {
  const dataDir = join(settings.dataDir, 'restore-check')
  await rm(dataDir, { recursive: true, force: true })
  await mkdir(dataDir, { recursive: true })
  let faults: string[]
  try {
    faults = await faultsOf(folder, { ...readSettings({ PEYVAND_DATA_DIR: dataDir }) }, log)
  } catch (error) {
    faults = [error instanceof StartupError ? error.text.en : String(error)]
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
  const check = { at: new Date().toISOString(), ok: faults.length === 0, faults }
  await writeCheck(folder, check)
  return check
}

async function faultsOf(folder: string, scratch: Settings, log: Logger): Promise<string[]> {
  const manifest = await readManifest(folder, modules)
  const database = await openDatabase({ settings: scratch, log })
  try {
    await openEmpty(database, (ownerPool, appRole) => restoreRows({ folder, ownerPool, appRole, modules }))
    await restoreFiles(folder, manifest, {
      put: async (_key, content) => void (await content.resume().toArray()),
    })
    const { app, close } = await createApp({ settings: scratch, database, log, modules, directory })
    try {
      const faults = manifest.missingFiles.map((key) => `the storage had no file ${key}`)
      for (const { tenantId, name } of await listFirms(app)) {
        const { faults: broken } = await asFirm(app, tenantId, verifyAudit)
        if (broken.length > 0) faults.push(`the audit log of ${name} has ${broken.length} faults`)
      }
      return faults
    } finally {
      await close()
    }
  } finally {
    await database.close()
  }
}

/** Rows of all tables, for people. */
export const rowsIn = ({ parts }: Manifest): number => parts.reduce((sum, { rows }) => sum + rows, 0)
