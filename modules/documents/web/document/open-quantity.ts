import type { DocumentKind, DocumentLine } from '../../contract/index.ts'

const places = 6
const millionths = (decimal: string): bigint => {
  const [whole = '', fraction = ''] = decimal.split('.')
  return BigInt(whole + fraction.padEnd(places, '0'))
}

/** What is left of a line for documents of a kind: its quantity less what such documents took, never below nothing. */
export function openQuantity({ quantity, taken }: DocumentLine, kind: DocumentKind): string {
  const used = taken
    .filter((one) => one.kind === kind)
    .reduce((sum, one) => sum + millionths(one.quantity), 0n)
  const left = millionths(quantity) - used
  if (left <= 0n) return '0'
  const digits = left.toString().padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '')
}
