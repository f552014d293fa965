import type { z } from 'zod'
import type { Label } from './permission.ts'

/** What programs outside may be told of an event. */
export interface Published {
  label: Label
  /** The route of the record it is about, `/parties/:partyId`, filled from the payload; left out where it is gone. */
  record?: string
}

export interface EventSpec<P extends z.ZodType = z.ZodType> {
  /** A fact in the past tense: `parties.party.created`. */
  name: string
  payload: P
  published?: Published
}

/**
 * Declares a fact that modules may listen to; the payload holds ids and few values, never rows. With `published` it is
 * part of the API as well: webhooks carry its name and payload to other programs.
 */
export function defineEvent<P extends z.ZodType>(
  name: string,
  payload: P,
  published?: Published,
): EventSpec<P> {
  return { name, payload, ...(published ? { published } : {}) }
}
