import { badField, type Ctx } from '@peyvand/platform/server'
import type { ContactInput, ContactRow } from './contact-rows.ts'
import {
  identifierColumns,
  type PartyFieldRules,
  partyFieldRules,
  type RuledField,
  ruleOfContact,
} from './party-field-rules.ts'
import type { PartyTableRow } from './party-row.ts'

type Given = Partial<Record<(typeof identifierColumns)[number] | 'notes', unknown>> & {
  contactPoints?: ContactInput[] | undefined
  addresses?: readonly unknown[] | undefined
}

/**
 * A new record may carry what its writer will not see afterwards, but nothing that their role only reads.
 * @throws AppError badInput (400) with parties.readOnlyField at the field
 */
export function refuseReadOnly(ctx: Ctx, given: Given): void {
  const rules = partyFieldRules(ctx)
  const readOnly = (field: RuledField) => rules[field] === 'readOnly'
  for (const key of identifierColumns) if (readOnly('identifiers') && given[key]) throw readOnlyAt(key)
  if (readOnly('notes') && given.notes) throw readOnlyAt('notes')
  if (readOnly('addresses') && given.addresses?.length) throw readOnlyAt('addresses')
  const point = given.contactPoints?.findIndex((one) => ruleOfContact(rules, one) === 'readOnly') ?? -1
  if (point >= 0) throw readOnlyAt(`contactPoints.${point}`)
}

/**
 * An update by a role with restricted fields: what it does not see in full or may not change stays as stored.
 * @throws AppError badInput (400) with parties.readOnlyField where something else is given
 */
export function keepRuled<G extends Given>(
  ctx: Ctx,
  given: G,
  { row, points }: { row: PartyTableRow; points: readonly ContactRow[] },
): G {
  const rules = partyFieldRules(ctx)
  if (Object.keys(rules).length === 0) return given
  const kept = { ...given }
  const drop = (key: keyof Given, same: boolean) => {
    if (!(key in kept) || kept[key] === undefined) return
    if (!same) throw readOnlyAt(key)
    delete kept[key]
  }
  if (rules.identifiers) for (const key of identifierColumns) drop(key, given[key] === row[key])
  if (rules.notes) drop('notes', given.notes === row.notes)
  if (rules.addresses) drop('addresses', rules.addresses === 'readOnly')
  if (kept.contactPoints) kept.contactPoints = keepPoints(rules, kept.contactPoints, points)
  return kept
}

function keepPoints(
  rules: PartyFieldRules,
  given: ContactInput[],
  stored: readonly ContactRow[],
): ContactInput[] {
  const ruled = stored.filter((point) => ruleOfContact(rules, point))
  const ruledIds = new Set(ruled.map(({ id }) => id))
  const free = given.filter((point) => !(point.id && ruledIds.has(point.id)))
  const fresh = free.findIndex((point) => ruleOfContact(rules, point))
  if (fresh >= 0) throw readOnlyAt(`contactPoints.${fresh}`)
  return [...ruled, ...free]
}

const readOnlyAt = (path: string) => badField(path, 'parties.readOnlyField')
