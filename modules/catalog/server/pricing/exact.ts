/** Quantities and factors are counted in millionths, so that every sum is exact. */
export type Millionths = bigint

export const one: Millionths = 1_000_000n

/** @throws RangeError where the text is no decimal of at most six places; the contract's schemas let no other through */
export function toMillionths(decimal: string): Millionths {
  const match = /^(\d+)(?:\.(\d{1,6}))?$/.exec(decimal)
  if (!match) throw new RangeError(`not a quantity: ${decimal}`)
  return BigInt(match[1] as string) * one + BigInt((match[2] ?? '').padEnd(6, '0'))
}

export function fromMillionths(value: Millionths): string {
  const fraction = (value % one).toString().padStart(6, '0').replace(/0+$/, '')
  return `${value / one}${fraction && `.${fraction}`}`
}

/** Percent with two places, in hundredths: `12.5` is 1250. */
export const toBasisPoints = (percent: string): bigint => toMillionths(percent) / 10_000n

export const fromBasisPoints = (points: bigint): string => fromMillionths(points * 10_000n)

/** `amount · of / whole` of amounts that are not negative, to the nearest whole, a half up. */
export const shareHalfUp = (amount: bigint, of: bigint, whole: bigint): bigint =>
  (amount * of * 2n + whole) / (whole * 2n)

/** The same rounded down, as value added tax is. */
export const shareDown = (amount: bigint, of: bigint, whole: bigint): bigint => (amount * of) / whole
