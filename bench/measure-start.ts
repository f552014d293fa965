import { setTimeout as sleep } from 'node:timers/promises'
import { type ProgramProcess, startProcess } from './program-process.ts'
import { type ResultRow, resultRow } from './result-row.ts'

const longestSeconds = 3
const mostMegabytes = 200
const settleMs = 5000

/** A start on data that exist, and the memory of the program when nobody has asked it anything. */
export async function measureStart(dataDir: string): Promise<{ rows: ResultRow[]; program: ProgramProcess }> {
  const program = await startProcess(dataDir, { built: true })
  await sleep(settleMs)
  const idle = await program.residentMegabytes()
  return {
    program,
    rows: [
      resultRow({
        name: 'start to ready',
        value: program.startedMs / 1000,
        unit: 's',
        budget: longestSeconds,
      }),
      resultRow({ name: 'idle memory', value: idle, unit: 'MB', budget: mostMegabytes }),
    ],
  }
}
