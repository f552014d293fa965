/** What the text of a template is made of. */
export type TemplatePart =
  | { type: 'text'; text: string }
  | { type: 'field'; field: string; fallback: string | null }
  | { type: 'optional'; parts: TemplatePart[] }

const mark = /\{\{([^{}|\n]{1,120})(?:\|([^{}\n]{0,500}))?\}\}|\[\[|\]\]/g

/**
 * Reads a template: `{{party.name}}` is a field, `{{party.honorific|جناب آقای}}` one with a text in place of an
 * empty value, `[[ … ]]` a part that is left out when a field in it is empty. Anything else is text as it stands,
 * also a bracket without its other half; every text is a template.
 */
export function parseTemplate(text: string): TemplatePart[] {
  const top: TemplatePart[] = []
  let optional: TemplatePart[] | null = null
  let end = 0
  const add = (part: TemplatePart) => void (optional ?? top).push(part)
  for (const found of text.matchAll(mark)) {
    if (found.index > end) add({ type: 'text', text: text.slice(end, found.index) })
    end = found.index + found[0].length
    const [whole, field, fallback] = found
    if (field !== undefined) add({ type: 'field', field: field.trim(), fallback: fallback ?? null })
    else if (whole === '[[' && optional === null) optional = []
    else if (whole === ']]' && optional !== null) {
      top.push({ type: 'optional', parts: optional })
      optional = null
    } else add({ type: 'text', text: whole })
  }
  if (end < text.length) add({ type: 'text', text: text.slice(end) })
  return optional === null ? top : [...top, { type: 'text', text: '[[' }, ...(optional as TemplatePart[])]
}

export interface UsedField {
  field: string
  /** Nothing is missed when it is empty: it has a fallback, or stands in an optional part. */
  isCovered: boolean
}

/** The fields of a text in order, each once; covered only where it is covered everywhere. */
export function fieldsIn(text: string): UsedField[] {
  const used = new Map<string, boolean>()
  const visit = (parts: readonly TemplatePart[], isOptional: boolean) => {
    for (const part of parts) {
      if (part.type === 'optional') visit(part.parts, true)
      if (part.type !== 'field') continue
      const isCovered = isOptional || part.fallback !== null
      used.set(part.field, (used.get(part.field) ?? true) && isCovered)
    }
  }
  visit(parseTemplate(text), false)
  return [...used].map(([field, isCovered]) => ({ field, isCovered }))
}

/** The same text with other names for its fields: labels for people who write, keys for storing. */
export const renameFields = (text: string, rename: (field: string) => string): string =>
  text.replace(mark, (whole, field?: string, fallback?: string) =>
    field === undefined
      ? whole
      : `{{${rename(field.trim())}${fallback === undefined ? '' : `|${fallback}`}}}`,
  )

/** A text for reading at a glance: fields by their names in ‹ ›, without fallbacks and marks of optional parts. */
export function outlineOf(text: string, nameOf: (field: string) => string): string {
  const shown = (parts: readonly TemplatePart[]): string =>
    parts
      .map((part) =>
        part.type === 'text'
          ? part.text
          : part.type === 'field'
            ? `‹${nameOf(part.field)}›`
            : shown(part.parts),
      )
      .join('')
  return shown(parseTemplate(text))
}

/** A field as it is written into a text. */
export const fieldMark = (field: string, fallback?: string): string =>
  fallback === undefined ? `{{${field}}}` : `{{${field}|${fallback}}}`

/** Fills a template; `missing` are the fields that left a hole. Never fails and runs nothing. */
export function mergeTemplate(
  text: string,
  /** The text of a field, or null where it has none. */
  valueOf: (field: string) => string | null,
): { text: string; missing: string[] } {
  const missing = new Set<string>()
  let merged = ''
  let isAfterHole = false
  const write = (piece: string) => {
    merged += isAfterHole ? closeHole(merged, piece) : piece
    isAfterHole = piece === ''
  }
  const visit = (parts: readonly TemplatePart[]) => {
    for (const part of parts) {
      if (part.type === 'text') write(part.text)
      else if (part.type === 'field') {
        const value = valueOf(part.field) || part.fallback
        if (value === null) missing.add(part.field)
        write(value ?? '')
      } else if (part.parts.some((one) => one.type === 'field' && !valueOf(one.field) && !one.fallback)) {
        write('')
      } else visit(part.parts)
    }
  }
  visit(parseTemplate(text))
  return { text: merged, missing: [...missing] }
}

/** Where nothing was written, the space or line that stood after it goes too. */
function closeHole(before: string, after: string): string {
  const atLineStart = before === '' || before.endsWith('\n')
  if (atLineStart && /^[^\S\n]*\n/.test(after)) return after.replace(/^[^\S\n]*\n/, '')
  if ((atLineStart || before.endsWith(' ')) && after.startsWith(' ')) return after.slice(1)
  return after
}
