import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../scripts/ensure.mjs'

/** The program under test, as the processes that run journeys know it. */
export interface RunningProgram {
  address: string
  dataDir: string
}

const variable = 'PEYVAND_JOURNEYS_PROGRAM'

/** Remembers the program for the processes started after. */
export function tellProgram(program: RunningProgram): void {
  process.env[variable] = JSON.stringify(program)
}

export const runningProgram = (): RunningProgram => JSON.parse(process.env[variable] ?? '') as RunningProgram

/**
 * Runs a verb of the administrator's command line beside the running program; answers its JSON.
 * @throws Error with what it said when it fails
 */
export function runCommand<T>(words: readonly string[], { input = '' } = {}): Promise<T> {
  const { dataDir } = runningProgram()
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [join(root, 'dist/server/cli.js'), ...words, '--json'],
      { env: { ...process.env, DATABASE_URL: '', PEYVAND_DATA_DIR: dataDir } },
      (error, output, told) => {
        if (error) reject(new Error(`peyvand ${words.join(' ')}: ${told}${output}`))
        else resolve(JSON.parse(output) as T)
      },
    )
    child.stdin?.end(input)
  })
}
