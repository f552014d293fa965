import { FieldType } from '@peyvand/platform/contract'
import { z } from 'zod'

/** One field of a list as the filter builder and the column chooser know it. */
export const ListFieldAnswer = z.object({
  type: FieldType,
  label: z.string(),
  sortable: z.boolean(),
  filterable: z.boolean(),
  options: z.record(z.string(), z.string()).optional(),
  valueList: z.string().optional(),
})
