import type { VatClass } from '../../contract/index.ts'

/**
 * Percent of a class in force on a day: the latest rate that began by then. Exempt and zero-rated goods bear none.
 * Null where no rate was in force yet.
 */
export function vatRateOn(
  { treatment, rates }: Pick<VatClass, 'treatment' | 'rates'>,
  on: string,
): string | null {
  if (treatment === 'exempt' || treatment === 'zero') return '0'
  const begun = rates.filter(({ validFrom }) => validFrom <= on)
  return (
    begun.reduce<VatClass['rates'][number] | null>(
      (latest, rate) => (latest && latest.validFrom > rate.validFrom ? latest : rate),
      null,
    )?.percent ?? null
  )
}
