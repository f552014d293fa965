import { Agent, request } from 'node:http'

export interface HttpClient {
  /** The body of an answer of 2xx. @throws Error with status and body otherwise */
  ask<T = unknown>(call: Call): Promise<T>
  close(): void
}

export interface Call {
  method?: 'GET' | 'POST' | 'PATCH'
  path: string
  key?: string
  body?: unknown
}

/** Requests over connections that stay open, as browsers and programs make them. */
export function httpClient(address: string, { connections = 1 } = {}): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return {
    ask: <T>({ method = 'GET', path, key, body }: Call) =>
      new Promise<T>((resolve, reject) => {
        const form = body instanceof FormFile ? body : null
        const payload = form
          ? form.content
          : body === undefined
            ? undefined
            : Buffer.from(JSON.stringify(body))
        const req = request(
          new URL(path, address),
          {
            agent,
            method,
            headers: {
              ...(key ? { authorization: key } : {}),
              ...(payload
                ? { 'content-type': form?.type ?? 'application/json', 'content-length': payload.length }
                : {}),
            },
          },
          (answer) => {
            const chunks: Buffer[] = []
            answer.on('data', (chunk: Buffer) => void chunks.push(chunk))
            answer.on('error', reject)
            answer.on('end', () => {
              const text = Buffer.concat(chunks).toString()
              const { statusCode = 0, headers } = answer
              if (statusCode < 200 || statusCode > 299)
                return reject(new Error(`${method} ${path}: ${statusCode} ${text}`))
              resolve((headers['content-type']?.includes('json') ? JSON.parse(text) : text) as T)
            })
          },
        )
        req.on('error', reject)
        req.end(payload)
      }),
    close: () => agent.destroy(),
  }
}

/** A file as a form sends it. */
export class FormFile {
  readonly content: Buffer
  readonly type: string

  constructor(name: string, content: string) {
    const boundary = 'peyvand-bench-boundary'
    this.type = `multipart/form-data; boundary=${boundary}`
    this.content = Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}\r\n--${boundary}--\r\n`,
    )
  }
}
