import { newId } from '@peyvand/platform/server'
import { runBare } from './bare-statements.ts'
import { httpClient } from './http-client.ts'
import type { MeasuredFirm, Statement } from './measured-firm.ts'
import type { ProgramProcess } from './program-process.ts'
import { type ResultRow, resultRow } from './result-row.ts'
import { percentile, timed } from './timing.ts'

interface Measure {
  firm: MeasuredFirm
  program: ProgramProcess
  rounds: number
}

interface Draft {
  id: string
  version: number
}

const lineCount = 20
const warmUp = 5

/** An invoice of twenty lines gets its number, beside the statements that the program sends for it, by bare `pg`. */
export async function measureIssue({ firm, program, rounds }: Measure): Promise<ResultRow[]> {
  const key = firm.staff.keys.administrator
  const client = httpClient(program.address)
  const { rows } = await firm.app.ownerPool.query<{ id: string }>(
    'select id from parties where tenant_id = $1 limit 1',
    [firm.tenantId],
  )
  const invoice = {
    kind: 'invoice',
    partyId: rows[0]?.id,
    lines: Array.from({ length: lineCount }, (_, index) => ({
      name: `ردیف ${index + 1}`,
      quantity: '2',
      priceBy: 'hand',
      unitPrice: '1250000',
    })),
  }
  const draft = () => client.ask<Draft>({ method: 'POST', path: '/api/v1/documents', key, body: invoice })
  const issue = ({ id, version }: Draft) => ({
    method: 'POST' as const,
    path: `/api/v1/documents/${id}/issue`,
    key,
    body: { version },
  })

  const first = await draft()
  const since = Date.now()
  const recorded = await firm.statementsOf(issue(first))
  const { number } = recorded.answer as { number: string }
  const again = (id: string): Statement[] =>
    madeAnew(recorded.statements, { since, given: { [first.id]: id, [number]: `${number}-${id}` } })

  const api: number[] = []
  const bare: number[] = []
  for (let turn = 0; turn < rounds + warmUp; turn += 1) {
    const [one, other] = [await draft(), await draft()]
    const byProgram = await timed(() => client.ask(issue(one)))
    const statements = again(other.id)
    const byBare = await timed(async () => {
      await firm.bare.query('begin')
      await runBare(firm.bare, statements)
      await firm.bare.query('commit')
    })
    if (turn < warmUp) continue
    api.push(byProgram)
    bare.push(byBare)
  }
  client.close()
  const baseline = percentile(bare, 0.5)
  return [
    resultRow({
      name: `issue an invoice of ${lineCount} lines, p50`,
      value: percentile(api, 0.5),
      unit: 'ms',
      baseline,
      budget: 5 * baseline,
    }),
  ]
}

interface Anew {
  since: number
  given: Readonly<Record<string, string>>
}

/** The same statements for another record: what was given is replaced, and every id that they made is made again. */
function madeAnew(statements: readonly Statement[], { since, given }: Anew): Statement[] {
  const text = JSON.stringify(statements.map(({ values }) => values))
  const ids = [...new Set(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g))]
  const fresh = ids.filter((id) => Number.parseInt(id.replace('-', '').slice(0, 12), 16) >= since)
  const replaced = [...Object.entries(given), ...fresh.map((id) => [id, newId()] as const)].reduce(
    (all, [from, to]) => all.replaceAll(from, to),
    text,
  )
  const values = JSON.parse(replaced) as unknown[][]
  return statements.map(({ text: statement }, index) => ({ text: statement, values: values[index] ?? [] }))
}
