/** What rules ask of a lead. */
export interface LeadFacts {
  sourceId: string | null
  provinces: readonly string[]
  cities: readonly string[]
  /** Its product group and those above it. */
  productGroupIds: readonly string[]
}

export interface RuleCondition {
  sourceIds: readonly string[]
  provinces: readonly string[]
  cities: readonly string[]
  productGroupIds: readonly string[]
}

/** Whether a lead meets everything that a rule asks; an empty list asks nothing. */
export function fits(rule: RuleCondition, lead: LeadFacts): boolean {
  const meets = (asked: readonly string[], had: readonly (string | null)[]) =>
    asked.length === 0 || asked.some((one) => had.includes(one))
  return (
    meets(rule.sourceIds, [lead.sourceId]) &&
    meets(rule.provinces, lead.provinces) &&
    meets(rule.cities, lead.cities) &&
    meets(rule.productGroupIds, lead.productGroupIds)
  )
}

/** The member after the one whose turn it was, in the order given; the first where that one is not among them. */
export function nextInTurn(members: readonly string[], last: string | null): string | null {
  const at = last === null ? -1 : members.indexOf(last)
  return members[(at + 1) % members.length] ?? null
}

/** The member with the fewest; of several the first. */
export function leastLoaded(members: readonly string[], load: ReadonlyMap<string, number>): string | null {
  const of = (id: string) => load.get(id) ?? 0
  return members.reduce<string | null>((best, id) => (best !== null && of(best) <= of(id) ? best : id), null)
}
