import type { Json } from '@peyvand/platform/server'
import type { Generated } from 'kysely'
import type { DeliveryState, StopReason } from '../contract/index.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    webhooks: WebhooksTable
    webhookDeliveries: WebhookDeliveriesTable
    webhookAttempts: WebhookAttemptsTable
  }
}

interface WebhooksTable {
  tenantId: number
  id: string
  name: string
  url: string
  events: string[]
  ignoredUserId: string | null
  /** Encrypted. */
  secret: string
  /** Encrypted; signs as well until `oldSecretUntil`. */
  oldSecret: string | null
  oldSecretUntil: string | null
  isOn: boolean
  stopReason: StopReason | null
  /** Attempts in a row that failed. */
  failures: Generated<number>
  failingSince: string | null
  /** Until then nothing is sent: the receiver failed several times in a row. */
  heldUntil: string | null
  /** The run of the job that sends, and until when it is believed to live. */
  runId: string | null
  runUntil: string | null
  createdAt: string
  version: Generated<number>
}

interface WebhookDeliveriesTable {
  tenantId: number
  id: string
  webhookId: string
  event: string
  eventId: string
  eventAt: string
  /** Who did what the event tells of. */
  actorId: string | null
  data: Json<Record<string, unknown>>
  replayOf: string | null
  state: DeliveryState
  attempts: Generated<number>
  status: number | null
  fault: string | null
  createdAt: string
  nextAttemptAt: string | null
  settledAt: string | null
}

interface WebhookAttemptsTable {
  tenantId: number
  id: string
  deliveryId: string
  at: string
  durationMs: number
  requestHeaders: Json<Record<string, string>>
  status: number | null
  responseHeaders: Json<Record<string, string>>
  responseText: string | null
  fault: string | null
}
