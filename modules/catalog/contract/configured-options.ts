import { Id } from '@peyvand/platform/contract'
import { z } from 'zod'

/**
 * What was chosen of a product's options, as lines of documents and deals keep it. Names stand as they were then: a
 * paper of last year says what was sold, whatever the product is offered with today.
 */
export const ConfiguredOptions = z.strictObject({
  options: z
    .array(z.strictObject({ id: Id, name: z.string().max(120), group: z.string().max(120) }))
    .max(500),
})
export type ConfiguredOptions = z.infer<typeof ConfiguredOptions>
