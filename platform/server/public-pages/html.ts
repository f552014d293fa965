const markup = Symbol('markup')

/** Markup that is safe to send: only `html` makes it. */
export interface Html {
  readonly [markup]: string
}

type Part = Html | string | number | false | null | undefined | readonly Part[]

/**
 * Markup of a template; whatever stands in it is escaped, unless it is markup itself. Values of attributes stand in
 * quotes: html`<a href="${address}">${name}</a>`. Nothing is written for null, undefined and false.
 */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const written = literals.map((literal, index) => literal + textOf(parts[index]))
  return { [markup]: written.join('') }
}

/** Attributes by name: `true` writes the name alone; false, null and undefined write nothing. */
export function attributes(
  given: Readonly<Record<string, string | number | boolean | null | undefined>>,
): Html {
  const present = Object.entries(given).filter(
    ([, value]) => value !== false && value !== null && value !== undefined,
  )
  return {
    [markup]: present
      .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`))
      .join(''),
  }
}

/** The text that is sent. */
export const textOfHtml = (given: Html): string => given[markup]

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part))
  return isHtml(part) ? part[markup] : part.map(textOf).join('')
}

const isHtml = (part: Html | readonly Part[]): part is Html => markup in part

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] as string)
