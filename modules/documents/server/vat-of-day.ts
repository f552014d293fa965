import type { VatTreatment } from '@peyvand/catalog/contract'
import { listVatClasses, vatRateOn } from '@peyvand/catalog/server'
import type { Ctx } from '@peyvand/platform/server'

interface Rated {
  treatment: VatTreatment
  name: string
  /** Null where no rate was in force yet. */
  percent: string | null
}

/** How classes of value added tax stand on a day. */
export interface VatOfDay {
  /** Of the class, or of the firm's standard one for null; undefined where there is none. */
  get: (classId: string | null) => Rated | undefined
  standardId: string | null
}

export async function vatOfDay(ctx: Ctx, on: string): Promise<VatOfDay> {
  const classes = await listVatClasses(ctx)
  const standardId = classes.find(({ key }) => key === 'standard')?.id ?? null
  return {
    standardId,
    get: (classId) => {
      const found = classes.find(({ id }) => id === (classId ?? standardId))
      return found && { treatment: found.treatment, name: found.name, percent: vatRateOn(found, on) }
    },
  }
}
