import { createHmac } from 'node:crypto'
import { secretPrefix } from './webhook-secret.ts'

interface Message {
  /** The event's id: the same in every attempt. */
  id: string
  body: string
  /** The present one, and the one before while it is valid. */
  secrets: readonly string[]
  at: Date
}

/**
 * The headers by which a receiver knows that a message is ours and of now, as Standard Webhooks has them: HMAC-SHA-256
 * over `id.timestamp.body`, one signature per secret. https://www.standardwebhooks.com
 */
export function signedHeaders({ id, body, secrets, at }: Message): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => signature(secret, `${id}.${timestamp}.${body}`)).join(' '),
  }
}

function signature(secret: string, text: string): string {
  const key = Buffer.from(secret.slice(secretPrefix.length), 'base64')
  return `v1,${createHmac('sha256', key).update(text).digest('base64')}`
}
