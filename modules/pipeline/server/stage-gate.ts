import type { CustomValues } from '@peyvand/platform/contract'
import type { ChecklistItem, Outcome, RequiredField, StageField } from '../contract/index.ts'

/** What a stage asks of the deals that come to it. */
export interface Gate {
  outcome: Outcome
  requiredFields: readonly RequiredField[]
  checklist: readonly ChecklistItem[]
}

export type Gated = Record<StageField, unknown> & {
  checked: readonly string[]
  lostReasonId: string | null
  custom: CustomValues
}

export interface Missing {
  path: string
  code: 'required' | 'pipeline.unchecked'
}

/** What a deal lacks to come to a stage, as faults at the fields of a move; a lost deal always has a reason. */
export function missingFor({ outcome, requiredFields, checklist }: Gate, deal: Gated): Missing[] {
  const fields = requiredFields.filter((field) => isEmpty(valueOf(deal, field)))
  const reason = outcome === 'lost' && deal.lostReasonId === null ? ['lostReasonId'] : []
  const items = checklist.filter(({ id }) => !deal.checked.includes(id))
  return [
    ...[...fields, ...reason].map((path) => ({ path, code: 'required' as const })),
    ...items.map(({ id }) => ({ path: `checked.${id}`, code: 'pipeline.unchecked' as const })),
  ]
}

function valueOf(deal: Gated, field: RequiredField): unknown {
  const own = /^custom\.(.+)$/.exec(field)?.[1]
  return own === undefined ? deal[field as StageField] : deal.custom[own]
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
