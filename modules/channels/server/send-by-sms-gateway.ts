import { type App, AppError, callOutside, OutsideFailure } from '@peyvand/platform/server'
import type { Outcome } from './outcome.ts'
import { opened } from './secrets.ts'
import type { SmsGatewayRow } from './sms-gateway.ts'
import { type SmsRequest, smsRequest } from './sms-request.ts'

/** Hands one SMS to the firm's gateway. Never throws; nothing of it runs in a transaction. */
export async function sendBySmsGateway(
  app: Pick<App, 'secretKey' | 'insideHosts'>,
  gateway: SmsGatewayRow,
  sms: { id: string; to: string; text: string },
): Promise<Outcome> {
  return exchange(app, smsRequest({ ...gateway, secret: opened(app, gateway.secret) }, sms))
}

/** Speaks to a gateway and says what became of the message. */
export async function exchange(app: Pick<App, 'insideHosts'>, request: SmsRequest): Promise<Outcome> {
  const { url, headers, body, read } = request
  try {
    const answer = await callOutside(app, { url, method: 'POST', headers, body })
    const said = parsed(answer.text)
    // A server that broke down in the middle tells nothing of the message.
    if (answer.status >= 500 && answer.status !== 503)
      return { type: 'uncertain', fault: `HTTP ${answer.status}` }
    const reading = read({ status: answer.status, body: said })
    if (reading.taken) return { type: 'sent', providerId: reading.providerId }
    return { type: reading.busy ? 'later' : 'refused', fault: reading.fault }
  } catch (error) {
    if (error instanceof AppError) return { type: 'refused', fault: error.code }
    if (error instanceof OutsideFailure)
      return { type: error.begun ? 'uncertain' : 'later', fault: error.message }
    throw error
  }
}

/** The fields of a JSON answer; none where it is something else. */
function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
