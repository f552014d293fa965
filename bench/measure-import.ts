import type { Import } from '@peyvand/imports/contract'
import { finishedOperation } from './finished-operation.ts'
import { FormFile, httpClient } from './http-client.ts'
import { importFile } from './import-file.ts'
import type { MeasuredFirm } from './measured-firm.ts'
import type { ProgramProcess } from './program-process.ts'
import { type ResultRow, resultRow } from './result-row.ts'
import { waitUntilQuiet } from './wait-until-quiet.ts'

const longestSeconds = 30
const mostMegabytes = 300

interface Measure {
  firm: MeasuredFirm
  program: ProgramProcess
  rows: number
  say: (text: string) => void
}

/** A CSV file from upload to the last record, by the API and the program's own worker. */
export async function measureImport({ firm, program, rows, say }: Measure): Promise<ResultRow[]> {
  const key = firm.staff.keys.administrator
  const client = httpClient(program.address)
  const post = <T>(path: string, body: unknown) =>
    client.ask<T>({ method: 'POST', path: `/api/v1${path}`, key, body })
  const content = importFile(rows)
  await waitUntilQuiet(program, say)
  let peak = await program.residentMegabytes()
  const started = performance.now()
  const { id: fileId } = await post<{ id: string }>('/files', new FormFile('customers.csv', content))
  const draft = await post<Import>('/imports', { fileId })
  await client.ask({
    method: 'PATCH',
    path: `/api/v1/imports/${draft.id}`,
    key,
    body: { version: draft.version, settings: { groups: ['customers'] } },
  })
  const { operationId } = await post<{ operationId: string }>(`/imports/${draft.id}/run`, {})
  const meanwhile = async () => {
    peak = Math.max(peak, await program.residentMegabytes())
  }
  await finishedOperation(client, { key, operationId, meanwhile })
  const seconds = (performance.now() - started) / 1000
  const { counts } = await client.ask<Import>({ path: `/api/v1/imports/${draft.id}`, key })
  client.close()
  say(`import: ${JSON.stringify(counts)}`)
  return [
    resultRow({ name: `import ${rows} rows`, value: seconds, unit: 's', budget: longestSeconds }),
    resultRow({ name: `import ${rows} rows, memory`, value: peak, unit: 'MB', budget: mostMegabytes }),
  ]
}
