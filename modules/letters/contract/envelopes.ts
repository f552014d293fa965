import { Id, Locale } from '@peyvand/platform/contract'
import { z } from 'zod'

export const EnvelopeSize = z.enum(['C5', 'DL', 'A4'])
export type EnvelopeSize = z.infer<typeof EnvelopeSize>

const Lines = z.string().trim().max(600)

export const Envelope = z.object({
  size: EnvelopeSize.default('DL'),
  language: Locale.default('fa'),
  /** Lines of the receiver: name, title, address. */
  to: Lines.min(1),
  from: Lines.default(''),
  postalCode: z.string().trim().max(20).default(''),
  /** Whose logo stands beside the sender. */
  letterheadId: Id.nullable().default(null),
})
export type Envelope = z.output<typeof Envelope>
