import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  headers: IncomingHttpHeaders
  body: string
}

type Answer = (response: ServerResponse) => void

/** A program of somebody else's that is told of events: a real server that keeps what it is sent. */
export interface Receiver {
  url: string
  /** The oldest first. */
  received: Received[]
  /** What it does from now on; `says(204)` from the start. */
  answer(how: Answer): void
  stop(): void
}

export const says =
  (status: number, text = '', headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, headers).end(text)

/** Starts it on a port of its own. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  let answer = says(204)
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
      answer(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (how) => void (answer = how),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
