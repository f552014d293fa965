import { finishedOperation } from './finished-operation.ts'
import { httpClient } from './http-client.ts'
import type { MeasuredFirm } from './measured-firm.ts'
import type { ProgramProcess } from './program-process.ts'
import { type ResultRow, resultRow } from './result-row.ts'

const longestSeconds = 60
/** What the budget is promised for; more parties may take longer in proportion. */
const promisedParties = 100_000

interface Measure {
  firm: MeasuredFirm
  program: ProgramProcess
  say: (text: string) => void
}

/** All parties compared with each other for duplicates, from the request until the program's worker is through. */
export async function measureDuplicates({ firm, program, say }: Measure): Promise<ResultRow[]> {
  const { app, tenantId, staff } = firm
  const { rows } = await app.ownerPool.query<{ count: number }>(
    'select count(*)::int as count from parties where tenant_id = $1 and deleted_at is null',
    [tenantId],
  )
  const parties = rows[0]?.count ?? 0
  const key = staff.keys.administrator
  const client = httpClient(program.address)
  const started = performance.now()
  const { operationId } = await client.ask<{ operationId: string }>({
    method: 'POST',
    path: '/api/v1/parties/duplicate-pairs/find',
    key,
  })
  const { result } = await finishedOperation(client, { key, operationId })
  const seconds = (performance.now() - started) / 1000
  client.close()
  say(`duplicates: ${JSON.stringify(result)}`)
  return [
    resultRow({
      name: `find duplicates among ${parties} parties`,
      value: seconds,
      unit: 's',
      budget: longestSeconds * Math.max(1, parties / promisedParties),
    }),
  ]
}
