import { runBare } from './bare-statements.ts'
import { type HttpClient, httpClient } from './http-client.ts'
import type { MeasuredFirm } from './measured-firm.ts'
import type { ProgramProcess } from './program-process.ts'
import { type ResultRow, resultRow } from './result-row.ts'
import { dealScreens, type Screen, screens } from './screens.ts'
import { percentile, timed } from './timing.ts'

const clients = 8
const throughputMs = 4000
const overRead = 1
const leastPerCore = 1000

interface Measure {
  firm: MeasuredFirm
  program: ProgramProcess
  rounds: number
  say: (text: string) => void
}

/** One record, lists, searches, the longest file and worklists. */
export async function measureReads({ firm, program, rounds, say }: Measure): Promise<ResultRow[]> {
  const client = httpClient(program.address)
  const rows: ResultRow[] = []
  const ids = await someParties(firm, 200)
  const one: Screen = {
    name: 'read one record',
    key: 'administrator',
    variants: ids.slice(0, 25).map((id) => [`/api/v1/parties/${id}`]),
  }
  say(one.name)
  const record = await measureScreen(firm, client, { screen: one, rounds: rounds * 3 })
  const bareP50 = percentile(record.bare, 0.5)
  rows.push(
    resultRow({
      name: `${one.name}, p50`,
      value: percentile(record.api, 0.5),
      unit: 'ms',
      baseline: bareP50,
      budget: 3 * bareP50 + overRead,
    }),
    await measureThroughput({ firm, program, ids, rounds, say }),
  )
  client.close()
  rows.push(...(await measureScreens({ firm, program, rounds, say }, await screens(firm, say))))
  return rows
}

/** The board and the forecast of a pipeline. */
export const measureDeals = async (given: Measure): Promise<ResultRow[]> =>
  measureScreens(given, await dealScreens(given.firm))

async function measureScreens(
  { firm, program, rounds, say }: Measure,
  shown: readonly Screen[],
): Promise<ResultRow[]> {
  const client = httpClient(program.address)
  const rows: ResultRow[] = []
  for (const screen of shown) {
    say(screen.name)
    const { api, bare } = await measureScreen(firm, client, { screen, rounds })
    rows.push(
      resultRow({
        name: `${screen.name}, p95`,
        value: percentile(api, 0.95),
        unit: 'ms',
        baseline: percentile(bare, 0.95),
        budget: screen.budget ?? 100,
      }),
    )
  }
  client.close()
  return rows
}

/** Both ways in turns, so that what else the machine does troubles them alike. */
async function measureScreen(
  firm: MeasuredFirm,
  client: HttpClient,
  { screen, rounds }: { screen: Screen; rounds: number },
): Promise<{ api: number[]; bare: number[] }> {
  const key = firm.staff.keys[screen.key]
  const ask = async (paths: readonly string[]) => {
    for (const path of paths) await client.ask({ path, key })
  }
  const variants = []
  for (const paths of screen.variants) {
    const statements = []
    for (const path of paths) statements.push(...(await firm.statementsOf({ path, key })).statements)
    variants.push({ paths, statements })
  }
  for (const { paths, statements } of variants) {
    for (let i = 0; i < 2; i += 1) {
      await ask(paths)
      await runBare(firm.bare, statements)
    }
  }
  const api: number[] = []
  const bare: number[] = []
  for (let round = 0; round < Math.max(rounds, variants.length); round += 1) {
    const { paths, statements } = variants[round % variants.length] as (typeof variants)[number]
    api.push(await timed(() => ask(paths)))
    bare.push(await timed(() => runBare(firm.bare, statements)))
  }
  return { api, bare }
}

/**
 * Requests in a second of the program's processor time: what one core serves, however busy the machine is. The
 * baseline is how often bare `pg` reads the same with a second of its own.
 */
async function measureThroughput({
  firm,
  program,
  ids,
  say,
}: Measure & { ids: readonly string[] }): Promise<ResultRow> {
  const key = firm.staff.keys.administrator
  const client = httpClient(program.address, { connections: clients })
  const path = (turn: number) => `/api/v1/parties/${ids[turn % ids.length]}`
  for (let i = 0; i < 1000; i += clients)
    await Promise.all(Array.from({ length: clients }, (_, j) => client.ask({ path: path(i + j), key })))
  const before = await program.cpuSeconds()
  const started = performance.now()
  let requests = 0
  const work = async () => {
    while (performance.now() - started < throughputMs) {
      await client.ask({ path: path(requests), key })
      requests += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, work))
  const seconds = (performance.now() - started) / 1000
  const cpu = (await program.cpuSeconds()) - before
  client.close()
  say(
    `${Math.round(requests / seconds)} requests/s by the clock, ${((cpu / seconds) * 100).toFixed(0)} % of a core`,
  )

  const { statements } = await firm.statementsOf({ path: path(0), key })
  const cpuBefore = process.cpuUsage()
  for (let i = 0; i < 1000; i += 1) await runBare(firm.bare, statements)
  const { user, system } = process.cpuUsage(cpuBefore)
  return resultRow({
    name: 'read one record, per core',
    value: requests / cpu,
    unit: 'requests/s',
    baseline: 1000 / ((user + system) / 1_000_000),
    budget: leastPerCore,
    atLeast: true,
  })
}

async function someParties({ app, tenantId }: MeasuredFirm, count: number): Promise<string[]> {
  const { rows } = await app.ownerPool.query<{ id: string }>(
    'select id from parties where tenant_id = $1 and deleted_at is null order by md5(id::text) limit $2',
    [tenantId, count],
  )
  return rows.map(({ id }) => id)
}
