// A whole receiver of webhooks: WEBHOOK_SECRET=whsec_… node webhook-receiver.mjs
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const toleranceSeconds = 5 * 60

/** Whether a message was signed with the secret within five minutes of now; `body` is the raw text as it came. */
export function isFromPeyvand({ headers, body, secret, now = Date.now() }) {
  const id = headers['webhook-id']
  const timestamp = headers['webhook-timestamp']
  if (Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds) return false
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
  // After the secret was renewed there are two signatures; one that fits is enough.
  return String(headers['webhook-signature'])
    .split(' ')
    .map((signature) => signature.split(','))
    .filter(([version]) => version === 'v1')
    .map(([, signature = '']) => Buffer.from(signature, 'base64'))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected))
}

/** Ids that were handled; a real program keeps them in its database, in the transaction that does the work. */
const handled = new Set()

const server = createServer(async (request, response) => {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks).toString('utf8')
  if (!isFromPeyvand({ headers: request.headers, body, secret: process.env.WEBHOOK_SECRET ?? '' }))
    return response.writeHead(401).end()
  const { id, event, data, link } = JSON.parse(body)
  if (!handled.has(id)) {
    handled.add(id)
    process.stdout.write(`${event} ${JSON.stringify(data)} ${link}\n`)
  }
  // Answer first and work afterwards where the work takes long.
  response.writeHead(204).end()
})
if (process.argv[1] === import.meta.filename) server.listen(8080)
