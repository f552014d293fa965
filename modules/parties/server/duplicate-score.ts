import type { DuplicateReason } from '../contract/index.ts'

/** How sure each likeness makes: from a number that only one party can have to a name like another. */
export const weights: Record<Exclude<DuplicateReason, 'similarName'>, number> = {
  nationalId: 1,
  legalNationalId: 1,
  number: 1,
  mobile: 0.95,
  email: 0.9,
  phone: 0.7,
  phoneTail: 0.55,
  sameName: 0.6,
}

/** Names alone never come to more than this. */
export const similarNameWeight = 0.5

/** Likenesses by which saving is refused unless duplicates are accepted; families and firms share the others. */
const certainReasons: readonly DuplicateReason[] = [
  'nationalId',
  'legalNationalId',
  'number',
  'mobile',
  'email',
]

/** Identifiers that no second record may have at all. */
export const uniqueReasons = ['nationalId', 'legalNationalId', 'number'] as const

export interface Likeness {
  reasons: readonly DuplicateReason[]
  /** Of the names, 0 to 1. */
  nameSimilarity: number
  sameKind: boolean
}

/** All likenesses together, 0 to 1: each takes its share of the doubt that the others left. */
export function duplicateScore({ reasons, nameSimilarity, sameKind }: Likeness): number {
  const doubt = reasons.reduce((left, reason) => {
    const isName = reason === 'similarName' || reason === 'sameName'
    const weight = reason === 'similarName' ? similarNameWeight * nameSimilarity : weights[reason]
    return left * (1 - (isName && !sameKind ? weight / 2 : weight))
  }, 1)
  return Math.round((1 - doubt) * 100) / 100
}

export const isCertain = (reasons: readonly DuplicateReason[]): boolean =>
  reasons.some((reason) => certainReasons.includes(reason))
