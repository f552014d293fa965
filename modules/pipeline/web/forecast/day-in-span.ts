import { addJalaliMonths, type IsoDate, toJalali } from '@peyvand/persian'
import type { ForecastColumn } from '../../contract/index.ts'

/**
 * The day on which a deal closes that is put into a span: the same day of the month, or the nearest that the span has;
 * its last day where the deal had none. Null for the span without days.
 */
export function dayInSpan(
  before: IsoDate | null,
  { from, to }: Pick<ForecastColumn, 'from' | 'to'>,
): IsoDate | null {
  if (from === null) return null
  if (before === null) return to ?? from
  const [was, first] = [toJalali(before), toJalali(from)]
  const months = (first.year - was.year) * 12 + first.month - was.month
  const same = addJalaliMonths(before, months)
  if (same < from) return from
  return to !== null && same > to ? to : same
}
