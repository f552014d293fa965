import { sumOfLines } from './price-lines.ts'

interface Amount {
  amount: string | null
  /** Whether it is the sum of the lines. */
  amountOfLines: boolean
}

interface Change {
  amount?: string | null | undefined
  amountOfLines?: boolean | undefined
  /** The lines after the change. */
  lines: readonly { net: string }[]
}

/** The amount after a change: the sum of the lines while it follows them, else what was typed last; none without lines. */
export function amountFrom(before: Amount, { amount = before.amount, amountOfLines, lines }: Change): Amount {
  const follows = amountOfLines ?? (before.amountOfLines && amount === before.amount)
  return follows && lines.length > 0
    ? { amount: sumOfLines(lines), amountOfLines: true }
    : { amount, amountOfLines: false }
}
