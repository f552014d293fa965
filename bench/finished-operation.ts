import { setTimeout as sleep } from 'node:timers/promises'
import type { Operation } from '@peyvand/platform/contract'
import type { HttpClient } from './http-client.ts'

const ended: readonly Operation['state'][] = ['done', 'failed', 'cancelled']

interface Waiting {
  key: string
  operationId: string
  /** Between two looks at the operation. */
  meanwhile?: () => Promise<void>
}

/** Waits until the program's worker has done an operation. @throws Error when it ends otherwise */
export async function finishedOperation(
  client: HttpClient,
  { key, operationId, meanwhile }: Waiting,
): Promise<Operation> {
  for (;;) {
    await sleep(100)
    const operation = await client.ask<Operation>({ path: `/api/v1/operations/${operationId}`, key })
    await meanwhile?.()
    if (operation.state === 'done') return operation
    if (ended.includes(operation.state)) throw new Error(`the operation ended as ${operation.state}`)
  }
}
