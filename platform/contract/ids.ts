import { z } from 'zod'

/** A record's id: UUID version 7, made by the program. */
export const Id = z.uuid()
export type Id = z.infer<typeof Id>

/** A calendar day as Gregorian `YYYY-MM-DD`; Jalali exists only at the edges. */
export const IsoDate = z.iso.date()

/** A moment as ISO 8601 in UTC, e.g. `2026-11-22T06:30:00.000Z`. */
export const Instant = z.iso.datetime({ offset: true })

/** An amount in minor units (Rial has none, so: Rial) as a decimal string; never a float. */
export const Amount = z.string().regex(/^-?\d{1,18}$/)

export const Locale = z.enum(['fa', 'en'])
export type Locale = z.infer<typeof Locale>

export const IdParams = z.object({ id: Id })

/** A user, party or team as shown beside another record. */
export const Ref = z.object({ id: Id, name: z.string() })
export type Ref = z.infer<typeof Ref>
