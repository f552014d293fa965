import type { ApprovalReason, ApprovalRule, DocumentKind } from '../../contract/index.ts'
import { documentKinds } from '../../contract/index.ts'

interface JudgedLine {
  gross: bigint
  discount: bigint
  belowFloor: boolean
  /** Carried on at the price of a document that was issued: what was approved there is not asked for again. */
  carriedOn: boolean
}

interface Judged {
  kind: DocumentKind
  totalRial: bigint
  lines: readonly JudgedLine[]
  /** What the party owes in Rial for what was sold to it on credit, with this document; null where it is not on credit. */
  owed: bigint | null
}

/** Why a document needs approval by the firm's rules; of several rules that say the same the strictest is told. */
export function approvalReasons(rules: readonly ApprovalRule[], judged: Judged): ApprovalReason[] {
  const { prices } = documentKinds[judged.kind]
  if (prices !== 'shown') return []
  const fitting = rules.filter(({ kinds }) => kinds.length === 0 || kinds.includes(judged.kind))
  return fitting
    .flatMap((rule) => [
      ...discountReason(rule, judged),
      ...amountReason(rule, judged),
      ...floorReason(rule, judged),
      ...creditReason(rule, judged),
    ])
    .filter((reason, index, all) => all.findIndex(({ because }) => because === reason.because) === index)
}

const own = ({ lines }: Judged) =>
  lines.map((line, index) => ({ ...line, index })).filter(({ carriedOn }) => !carriedOn)

/** Hundredths of a percent that were taken off, rounded up, so that a little more than the limit is more. */
const pointsOff = ({ gross, discount }: Pick<JudgedLine, 'gross' | 'discount'>): bigint =>
  gross === 0n ? 0n : (discount * 10_000n + gross - 1n) / gross

function discountReason({ discountOver }: ApprovalRule, judged: Judged): ApprovalReason[] {
  if (discountOver === null) return []
  const limit = BigInt(Math.round(Number(discountOver) * 100))
  const lines = own(judged)
  const over = lines.filter((line) => pointsOff(line) > limit)
  const whole = lines.reduce(
    (sum, line) => ({ gross: sum.gross + line.gross, discount: sum.discount + line.discount }),
    { gross: 0n, discount: 0n },
  )
  if (over.length === 0 && pointsOff(whole) <= limit) return []
  const most = over.map(pointsOff).reduce((a, b) => (a > b ? a : b), pointsOff(whole))
  return [
    {
      because: 'discount',
      limit: discountOver,
      value: String(Number(most) / 100),
      lines: over.map(({ index }) => index),
    },
  ]
}

function amountReason({ amountOver }: ApprovalRule, judged: Judged): ApprovalReason[] {
  if (amountOver === null || own(judged).length === 0 || judged.totalRial <= BigInt(amountOver)) return []
  return [{ because: 'amount', limit: amountOver, value: String(judged.totalRial), lines: [] }]
}

function floorReason({ belowFloor }: ApprovalRule, judged: Judged): ApprovalReason[] {
  const lines = own(judged).filter((line) => line.belowFloor)
  if (!belowFloor || lines.length === 0) return []
  return [
    { because: 'floor', limit: '0', value: String(lines.length), lines: lines.map(({ index }) => index) },
  ]
}

function creditReason({ creditOver }: ApprovalRule, { owed }: Judged): ApprovalReason[] {
  if (creditOver === null || owed === null || owed <= BigInt(creditOver)) return []
  return [{ because: 'credit', limit: creditOver, value: String(owed), lines: [] }]
}
