import { aKey } from '@peyvand/identity/testing'
import type { Caller } from '@peyvand/parties/testing'
import type { Actor } from '@peyvand/platform/server'
import type { TestApp } from '@peyvand/platform/testing'
import type { z } from 'zod'
import type { CreateLetter, Letter } from '../contract/index.ts'

/** Writes a letter by the API and fails where it is refused. */
export async function written(caller: Caller, input: z.input<typeof CreateLetter>): Promise<Letter> {
  const { status, body } = await caller.post<Letter>('/letters', input)
  if (status !== 201) throw new Error(`not written: ${JSON.stringify(body)}`)
  return body
}

/** Issues a draft by the API and fails where it is refused. */
export async function issued(caller: Caller, { id, version }: Letter): Promise<Letter> {
  const { status, body } = await caller.post<Letter>(`/letters/${id}/issue`, { version })
  if (status !== 200) throw new Error(`not issued: ${JSON.stringify(body)}`)
  return body
}

/** A picture of one grey pixel. */
export const aPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** Uploads a picture as the actor; answers its id. */
export async function uploaded(tested: TestApp, actor: Actor, content = aPicture): Promise<string> {
  const boundary = 'picture'
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="picture.png"\r\ncontent-type: image/png\r\n\r\n`,
    ),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const headers = {
    ...(await aKey(tested.app, actor)),
    'content-type': `multipart/form-data; boundary=${boundary}`,
  }
  const answer = await tested.server.inject({ method: 'POST', url: '/api/v1/files', headers, payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json<{ id: string }>().id
}

/** What an address answers with as bytes, for PDF and SVG. */
export async function contentOf(
  tested: TestApp,
  actor: Actor,
  { method = 'GET', path, body }: { method?: 'GET' | 'POST'; path: string; body?: object },
): Promise<{ status: number; type: string; content: Buffer }> {
  const answer = await tested.server.inject({
    method,
    url: `/api/v1${path}`,
    headers: await aKey(tested.app, actor),
    ...(body ? { payload: body } : {}),
  })
  return {
    status: answer.statusCode,
    type: String(answer.headers['content-type']),
    content: answer.rawPayload,
  }
}
