import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureBuild } from '../scripts/ensure.mjs'
import { measureDuplicates } from './measure-duplicates.ts'
import { measureImport } from './measure-import.ts'
import { measureIssue } from './measure-issue.ts'
import { measureDeals, measureReads } from './measure-reads.ts'
import { measureStart } from './measure-start.ts'
import { measureWeb } from './measure-web.ts'
import { measureWrite } from './measure-write.ts'
import { openFirm } from './measured-firm.ts'
import { isBuilt, startProcess } from './program-process.ts'
import { asTable, type ResultRow } from './result-row.ts'
import { type BenchOptions, readOptions, usage } from './sizes.ts'

const say = (text: string) => console.error(`bench: ${text}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

const options = readGiven()
if (options.build) ensureBuild()
const given = options.keep ? resolve(options.keep) : mkdtempSync(join(tmpdir(), 'peyvand-bench-'))
if (options.keep) mkdirSync(given, { recursive: true })
try {
  const rows = await measure(options, given)
  if (options.json) console.log(JSON.stringify({ rows }))
  else report(rows)
} finally {
  if (!options.keep) rmSync(given, { recursive: true, force: true })
}

async function measure({ sizes, rounds, only }: BenchOptions, dataDir: string): Promise<ResultRow[]> {
  const wanted = (part: string) => only === null || part.includes(only)
  const built = isBuilt()
  const rows: ResultRow[] = []
  let program = await startProcess(dataDir, { built })
  try {
    say(`data: ${JSON.stringify(sizes)}`)
    const firm = await openFirm(dataDir, { sizes, say })
    try {
      if (wanted('reads')) rows.push(...(await measureReads({ firm, program, rounds, say })))
      if (wanted('deals')) rows.push(...(await measureDeals({ firm, program, rounds, say })))
      if (wanted('duplicates')) rows.push(...(await measureDuplicates({ firm, program, say })))
      if (wanted('write')) rows.push(...(await measureWrite({ firm, program, rounds })))
      if (wanted('issue')) rows.push(...(await measureIssue({ firm, program, rounds })))
      if (wanted('import'))
        rows.push(...(await measureImport({ firm, program, rows: sizes.importRows, say })))
    } finally {
      await firm.close()
    }
    if (built && wanted('start')) {
      await program.stop()
      const started = await measureStart(dataDir)
      program = started.program
      rows.push(...started.rows)
    }
  } finally {
    await program.stop()
  }
  if (built && wanted('web')) rows.push(...measureWeb())
  if (!built) say('not built: start, idle memory and sizes of the staff app are left out')
  return rows
}

function report(rows: readonly ResultRow[]): void {
  console.log(asTable(rows))
  const [load = 0] = loadavg()
  console.log(`\n${cpus().length} cores, load ${load.toFixed(1)} at the end, Node ${process.version}.`)
  console.log('Not built yet and therefore not measured: dashboards and analysis tables.')
}

function readGiven(): BenchOptions {
  try {
    const read = readOptions(process.argv.slice(2))
    if (read !== 'help') return read
    console.log(usage)
    process.exit(0)
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
}
