import type { Configurator, OptionGroup } from './configurator.ts'

/** What the choice depends on: groups and rules without names and prices. */
export interface OptionDesign {
  groups: readonly (Pick<OptionGroup, 'id' | 'min' | 'max'> & {
    options: readonly { id: string; isDefault: boolean }[]
  })[]
  rules: Configurator['rules']
}

/** Why a choice cannot be sold. */
export type ConfigurationFault =
  /** Not one of the product's options. */
  | { code: 'unknown'; optionId: string }
  | { code: 'tooFew' | 'tooMany'; groupId: string; count: number }
  /** `others`: of which one is missing, or those that do not go together with the option. */
  | { code: 'requires' | 'excludes'; optionId: string; others: string[]; reason: string | null }

/** An option that cannot be added to what is chosen, because of one that is. */
export interface BarredOption {
  optionId: string
  /** The chosen one that stands against it. */
  by: string
  reason: string | null
}

/** Everything that is wrong with a choice, in the order of the design; nothing where it can be sold. */
export function checkConfiguration(design: OptionDesign, chosen: readonly string[]): ConfigurationFault[] {
  const has = new Set(chosen)
  const offered = new Set(optionsOf(design).map(({ id }) => id))
  const unknown = [...has].filter((id) => !offered.has(id))
  const counts = design.groups.flatMap(({ id, min, max, options }): ConfigurationFault[] => {
    const count = options.filter((option) => has.has(option.id)).length
    if (count < min) return [{ code: 'tooFew', groupId: id, count: min }]
    return max !== null && count > max ? [{ code: 'tooMany', groupId: id, count: max }] : []
  })
  const broken = design.rules.flatMap(({ kind, optionId, others, reason }): ConfigurationFault[] => {
    if (!has.has(optionId)) return []
    const present = others.filter((id) => has.has(id))
    if (kind === 'requires') return present.length > 0 ? [] : [{ code: kind, optionId, others, reason }]
    return present.length > 0 ? [{ code: kind, optionId, others: present, reason }] : []
  })
  return [...unknown.map((optionId) => ({ code: 'unknown' as const, optionId })), ...counts, ...broken]
}

/**
 * The options that nothing but taking something off again would make possible. An option of a group of which one is
 * chosen is judged as if it took that one's place.
 */
export function barredOptions(design: OptionDesign, chosen: readonly string[]): BarredOption[] {
  return optionsOf(design).flatMap(({ id }) => {
    if (chosen.includes(id)) return []
    const others = chosen.filter((one) => !stepsAside(design, one, id))
    const barred = whyBarred(design, others, id)
    return barred ? [{ optionId: id, ...barred }] : []
  })
}

/** The choice after an option was pressed: taken off, added, or put in the place of the one of its group. */
export function pressOption(design: OptionDesign, chosen: readonly string[], id: string): string[] {
  if (!chosen.includes(id))
    return inOrder(design, [...chosen.filter((one) => !stepsAside(design, one, id)), id])
  const staysChosen = isEitherOr(design, id) && groupOf(design, id)?.min === 1
  return staysChosen ? [...chosen] : chosen.filter((one) => one !== id)
}

/** What the product is offered with. */
export const defaultOptions = (design: OptionDesign): string[] =>
  optionsOf(design).flatMap(({ id, isDefault }) => (isDefault ? [id] : []))

/** The choice as the design orders it. */
export const inOrder = (design: OptionDesign, chosen: readonly string[]): string[] =>
  optionsOf(design).flatMap(({ id }) => (chosen.includes(id) ? [id] : []))

const optionsOf = ({ groups }: OptionDesign) => groups.flatMap(({ options }) => options)

const groupOf = ({ groups }: OptionDesign, id: string) =>
  groups.find(({ options }) => options.some((option) => option.id === id))

const isEitherOr = (design: OptionDesign, id: string): boolean => groupOf(design, id)?.max === 1

/** Whether one option leaves when another is chosen: both are of a group of which one is chosen. */
const stepsAside = (design: OptionDesign, one: string, other: string): boolean =>
  isEitherOr(design, other) && groupOf(design, one)?.id === groupOf(design, other)?.id

function whyBarred(design: OptionDesign, chosen: readonly string[], id: string) {
  const group = groupOf(design, id)
  const ofGroup = group?.options.filter((option) => chosen.includes(option.id)) ?? []
  if (group && group.max !== null && ofGroup.length >= group.max)
    return { by: ofGroup.at(-1)?.id ?? id, reason: null }
  const against = firstAgainst(design, chosen, id)
  if (against) return against
  // Whatever it needs cannot come along either.
  const needs = design.rules.filter((rule) => rule.kind === 'requires' && rule.optionId === id)
  for (const { others } of needs) {
    const isMissing = !others.some((other) => chosen.includes(other))
    const why = others.map((other) => firstAgainst(design, [...chosen, id], other))
    if (isMissing && why.every((one) => one !== null)) return why[0] ?? null
  }
  return null
}

/** The chosen option that does not go together with this one. */
function firstAgainst({ rules }: OptionDesign, chosen: readonly string[], id: string) {
  for (const { kind, optionId, others, reason } of rules) {
    if (kind !== 'excludes') continue
    if (others.includes(id) && chosen.includes(optionId)) return { by: optionId, reason }
    const by = optionId === id ? others.find((other) => chosen.includes(other)) : undefined
    if (by !== undefined) return { by, reason }
  }
  return null
}
