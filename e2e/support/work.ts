import { setTimeout as sleep } from 'node:timers/promises'
import { uploadFileRoute } from '@peyvand/files/contract'
import { getOperationRoute, type Operation } from '@peyvand/platform/contract'
import { type Caller, call, headersOf } from './caller.ts'

/** Waits for long work to end. @throws Error when it ends otherwise than done, or not within a minute */
export async function finished(caller: Caller, operationId: string): Promise<Operation> {
  const until = Date.now() + 60_000
  for (;;) {
    const operation = await call(caller, getOperationRoute, { params: { id: operationId } })
    if (operation.state === 'done') return operation
    if (operation.state !== 'queued' && operation.state !== 'running')
      throw new Error(`${operation.kind} ended as ${operation.state}`)
    if (Date.now() > until) throw new Error(`${operation.kind} is still ${operation.state}`)
    await sleep(100)
  }
}

/** Uploads a file as the screens do; answers its id. */
export async function upload(caller: Caller, name: string, content: string): Promise<string> {
  const body = new FormData()
  body.set('file', new File([content], name))
  const url = `${caller.address}/api/v1${uploadFileRoute.path}`
  const answer = await fetch(url, { method: 'POST', body, headers: headersOf(caller) })
  if (!answer.ok) throw new Error(`upload: ${answer.status} ${await answer.text()}`)
  return uploadFileRoute.answer.parse(await answer.json()).id
}
