import { Id } from '@peyvand/platform/contract'
import { z } from 'zod'

/** Another record than a party that an activity is about; `type` as search hits name it: `records`. */
export const TargetInput = z.strictObject({ type: z.string().max(40), id: Id })
export type TargetInput = z.infer<typeof TargetInput>

/** The same in an address: `records:<id>`. */
export const TargetParam = z
  .string()
  .regex(/^[a-z]\w{0,39}:[0-9a-f-]{36}$/i)
  .transform((text): TargetInput => {
    const [type = '', id = ''] = text.split(':')
    return { type, id }
  })

/** The same as its reader sees it; `kind` is the finer kind that its address needs. */
export const ActivityTarget = z.object({
  type: z.string(),
  id: Id,
  kind: z.string().nullable(),
  name: z.string(),
})
export type ActivityTarget = z.infer<typeof ActivityTarget>
