import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { App } from '../app.ts'
import { allowedAddress } from './allowed-address.ts'

export interface OutsideCall {
  url: string
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** For the whole exchange; 15 s unless stated. */
  timeoutMs?: number
  /** A longer answer is cut off as a failure; 1 MB unless stated. */
  maxBytes?: number
}

export interface OutsideAnswer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

/** A call that did not come to an answer. `begun` says that the request may have reached the other side. */
export class OutsideFailure extends Error {
  readonly begun: boolean

  constructor(message: string, begun: boolean) {
    super(message)
    this.name = 'OutsideFailure'
    this.begun = begun
  }
}

/**
 * Calls a server that a firm's administrator named. No redirects are followed, the address is the one that was
 * checked, time and size are limited. Never inside a transaction.
 * @throws AppError outgoing.insideHost, outgoing.unknownHost (400); OutsideFailure
 */
export async function callOutside(
  app: Pick<App, 'insideHosts'>,
  { url, method = 'GET', headers = {}, body, timeoutMs = 15_000, maxBytes = 1_000_000 }: OutsideCall,
): Promise<OutsideAnswer> {
  const target = new URL(url)
  const { address, family } = await allowedAddress(target.hostname, app.insideHosts)
  const send = target.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((resolve, reject) => {
    let begun = false
    const fail = (error: Error) => reject(new OutsideFailure(error.message, begun))
    const request = send(target, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
      signal: AbortSignal.timeout(timeoutMs),
      // Asked for all addresses of the name, Node expects a list.
      lookup: (_name, options, done) =>
        options.all ? done(null, [{ address, family }]) : done(null, address, family),
    })
    request.on('error', fail)
    request.on('socket', (socket) => {
      const ready = target.protocol === 'https:' ? 'secureConnect' : 'connect'
      if (socket.readyState === 'open') begun = true
      else socket.once(ready, () => void (begun = true))
    })
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > maxBytes) request.destroy(new Error('the answer is too long'))
        else chunks.push(chunk)
      })
      response.on('error', fail)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    request.end(body)
  })
}
