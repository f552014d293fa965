import { GroupKey } from '@peyvand/parties/contract'
import { Id, IsoDate, issue } from '@peyvand/platform/contract'
import { z } from 'zod'

/** Where a sale is made: by colleagues, or by the customer in the portal. */
export const SalesChannel = z.enum(['staff', 'portal'])
export type SalesChannel = z.infer<typeof SalesChannel>

/** To whom and when a price list or a discount applies; an empty list asks for nothing. */
export const Conditions = z.object({
  /** Values of the list `customerLevels`: one of them is enough. */
  levelIds: z.array(Id).max(50).default([]),
  /** Groups of parties, by key: membership in one of them is enough. */
  groups: z.array(GroupKey).max(50).default([]),
  channels: z.array(SalesChannel).max(2).default([]),
  /** First and last day, both counted in. */
  validFrom: IsoDate.nullable().default(null),
  validTo: IsoDate.nullable().default(null),
  active: z.boolean().default(true),
})
export type Conditions = z.output<typeof Conditions>

/** Refuses a period that ends before it begins. */
export function checkPeriod(
  { validFrom, validTo }: { validFrom?: string | null | undefined; validTo?: string | null | undefined },
  ctx: z.core.$RefinementCtx,
): void {
  if (validFrom && validTo && validTo < validFrom) ctx.addIssue(issue('catalog.periodReversed', ['validTo']))
}
