import type { UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { DealLines } from '../../contract/index.ts'

/** What the form of a deal's products holds. */
export const LinesValues = z.object({ lines: DealLines, amountOfLines: z.boolean() })

export type LinesForm = UseFormReturn<z.input<typeof LinesValues>, unknown, z.output<typeof LinesValues>>
