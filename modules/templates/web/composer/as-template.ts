import { fieldMark } from '../../contract/index.ts'

/** A name that is written out in a text, and the mark of the field that stands for it. */
export interface WrittenName {
  name: string
  mark: string
}

/** A text as a template: the names of party, user and firm in it become fields, longer ones first. */
export function asTemplate(text: string, names: readonly WrittenName[]): string {
  const known = names
    .map(({ name, mark }) => ({ name: name.trim(), mark }))
    .filter(({ name }) => name.length > 2)
    .toSorted((a, b) => b.name.length - a.name.length)
  // Cut at the first name; what stands before and after is searched by itself, so no field is read again.
  for (const { name, mark } of known) {
    const at = text.indexOf(name)
    if (at >= 0) {
      const after = text.slice(at + name.length)
      return asTemplate(text.slice(0, at), names) + fieldMark(mark) + asTemplate(after, names)
    }
  }
  return text
}
