import type { z } from 'zod'

export interface EventSpec<P extends z.ZodType = z.ZodType> {
  /** A fact in the past tense: `parties.party.created`. */
  name: string
  payload: P
}

/** Declares a fact that modules may listen to; the payload holds ids and few values, never rows. */
export function defineEvent<P extends z.ZodType>(name: string, payload: P): EventSpec<P> {
  return { name, payload }
}
