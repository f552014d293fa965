import { createHash } from 'node:crypto'
import { PassThrough } from 'node:stream'

/** Passes bytes on and tells their SHA-256 and number when they have all gone through. */
export function hashingStream(): { stream: PassThrough; result(): { sha256: string; bytes: number } } {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new PassThrough()
  stream.on('data', (chunk: Buffer) => {
    hash.update(chunk)
    bytes += chunk.length
  })
  return { stream, result: () => ({ sha256: hash.digest('hex'), bytes }) }
}
