import { setTimeout as sleep } from 'node:timers/promises'
import type { ProgramProcess } from './program-process.ts'

const lookMs = 1000
/** Of a core; the timed work of a quiet program takes less. */
const quietLoad = 0.1
const quietLooks = 3
const longestLooks = 180

/** Waits until the program has done what earlier measurements gave it to do: jobs, notices, statistics. */
export async function waitUntilQuiet(program: ProgramProcess, say: (text: string) => void): Promise<void> {
  let quiet = 0
  let before = await program.cpuSeconds()
  for (let looks = 0; looks < longestLooks; looks += 1) {
    await sleep(lookMs)
    const now = await program.cpuSeconds()
    quiet = (now - before) * 1000 < quietLoad * lookMs ? quiet + 1 : 0
    if (quiet === quietLooks) return
    before = now
  }
  say(`the program was not quiet after ${(longestLooks * lookMs) / 1000} s`)
}
