import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProcess } from '../../bench/program-process.ts'
import { ensureBuild } from '../../scripts/ensure.mjs'
import { tellProgram } from './program.ts'

/** One built program with an empty database serves all journeys; each makes a firm of its own in it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  ensureBuild()
  const dataDir = mkdtempSync(join(tmpdir(), 'peyvand-journeys-data-'))
  const { address, stop } = await startProcess(dataDir, {
    built: true,
    // Journeys have servers of their own that the program calls.
    settings: { PEYVAND_INSIDE_HOSTS: '127.0.0.1' },
  })
  tellProgram({ address, dataDir })
  return async () => {
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
