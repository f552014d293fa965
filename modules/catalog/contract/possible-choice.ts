import type { OptionDesign } from './check-configuration.ts'

/** What has been decided of options: in or out; the others are open. */
type Decided = Map<string, boolean>

/** Designs that people write need a few dozen; one that needs more is not worth the wait. */
const mostTries = 20_000

/**
 * Whether some choice that can be sold has all of these options, whatever else comes along. Options come in only where
 * a group or a rule asks for one, so that what nobody needs is never tried.
 */
export function canBeCompleted(design: OptionDesign, chosen: readonly string[]): boolean {
  let tries = 0
  const search = (decided: Decided): boolean => {
    tries += 1
    if (tries > mostTries) return true
    if (!settle(design, decided)) return false
    const need = firstNeed(design, decided)
    if (!need) return true
    const left = new Map(decided)
    for (const id of need) {
      if (search(new Map(left).set(id, true))) return true
      left.set(id, false)
    }
    return false
  }
  return search(new Map(chosen.map((id) => [id, true])))
}

/** Decides what follows from what is decided already; false where that contradicts itself. */
function settle({ groups, rules }: OptionDesign, decided: Decided): boolean {
  const seen = { news: true, contradiction: false }
  const put = (id: string, isIn: boolean) => {
    const known = decided.get(id)
    if (known === isIn) return
    if (known !== undefined) seen.contradiction = true
    decided.set(id, isIn)
    seen.news = true
  }
  while (seen.news && !seen.contradiction) {
    seen.news = false
    for (const { min, max, options } of groups) {
      const ids = options.map(({ id }) => id)
      const [inside, open] = [ids.filter((id) => decided.get(id)), ids.filter((id) => !decided.has(id))]
      if (inside.length + open.length < min || inside.length > (max ?? ids.length)) return false
      if (inside.length === max) for (const id of open) put(id, false)
      if (inside.length + open.length === min) for (const id of open) put(id, true)
    }
    for (const { kind, optionId, others } of rules) {
      const isChosen = decided.get(optionId) === true
      if (kind === 'excludes') {
        if (isChosen) for (const id of others) put(id, false)
        else if (others.some((id) => decided.get(id))) put(optionId, false)
        continue
      }
      const possible = others.filter((id) => decided.get(id) !== false)
      if (possible.length === 0) put(optionId, false)
      if (isChosen && possible.length === 1) put(possible[0] as string, true)
    }
  }
  return !seen.contradiction
}

/** The open options of which one must still come in; none where everything has what it needs. */
function firstNeed({ groups, rules }: OptionDesign, decided: Decided): string[] | null {
  const open = (ids: readonly string[]) => ids.filter((id) => !decided.has(id))
  for (const { min, options } of groups) {
    const ids = options.map(({ id }) => id)
    if (ids.filter((id) => decided.get(id)).length < min) return open(ids)
  }
  const rule = rules.find(
    ({ kind, optionId, others }) =>
      kind === 'requires' && decided.get(optionId) && !others.some((id) => decided.get(id)),
  )
  return rule ? open(rule.others) : null
}
