import { apiPrefix, type Firm, type Registry, type Tables } from '@peyvand/platform/server'
import type { Selectable } from 'kysely'

export type DeliveryRow = Selectable<Tables['webhookDeliveries']>

interface Sender {
  firm: Pick<Firm, 'tenantId' | 'name'>
  publicUrl: string
  registry: Pick<Registry, 'publishedEvents'>
}

/**
 * The body of a delivery, the same in every attempt: ids, and where the API tells the rest. What the record holds is not
 * in it, so that nobody learns more by a webhook than the key allows by which it is read.
 */
export function bodyOf(
  { eventId, event, eventAt, actorId, data }: DeliveryRow,
  { firm, publicUrl, registry }: Sender,
): string {
  const record = registry.publishedEvents.find(({ name }) => name === event)?.published?.record
  return JSON.stringify({
    id: eventId,
    event,
    at: eventAt,
    firm: { id: firm.tenantId, name: firm.name },
    actor: actorId ? { id: actorId } : null,
    data,
    link: record ? publicUrl + apiPrefix + filled(record, data) : null,
  })
}

const filled = (path: string, data: Record<string, unknown>): string =>
  path.replace(/:(\w+)/g, (_whole, key: string) => encodeURIComponent(String(data[key])))
