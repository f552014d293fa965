import { z } from 'zod'

/** How far an order, or a line of it, has come. */
export const Progress = z.enum(['none', 'partly', 'fully'])
export type Progress = z.infer<typeof Progress>

/** Quantities of a line of an order in issued documents, with whatever stands between; never more than the line has. */
export const LineProgress = z.object({
  /** Null for a service, which no waybill goes with. */
  delivered: z.string().nullable(),
  invoiced: z.string(),
})
export type LineProgress = z.infer<typeof LineProgress>

interface FollowedLine {
  quantity: string
  progress: LineProgress | null
}

interface Counted {
  /** Lines that are done whole. */
  done: number
  /** Lines that are asked. */
  of: number
  /** From 0 to 1; a line counts as much as any other, since their units differ. */
  share: number
}

/** How many lines of an order were delivered or invoiced; null where that is asked of none. */
export function countProgress(lines: readonly FollowedLine[], what: keyof LineProgress): Counted | null {
  const shares = lines.flatMap(({ quantity, progress }) => {
    const done = progress?.[what] ?? null
    return done === null ? [] : [Math.min(1, Number(done) / Number(quantity))]
  })
  if (shares.length === 0) return null
  return {
    done: shares.filter((share) => share === 1).length,
    of: shares.length,
    share: shares.reduce((sum, share) => sum + share, 0) / shares.length,
  }
}
