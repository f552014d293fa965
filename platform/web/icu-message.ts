import type { Locale } from '../contract/index.ts'

type Values = Readonly<Record<string, unknown>>
/** What a part of a message says; `#` inside a plural is the plural's own number. */
type Part = (values: Values, pound?: number) => string

/**
 * Reads an ICU message as our texts are written: `{name}`, `{count, number}`, `{count, plural, =0 {…} one {…}
 * other {# …}}`, `{kind, select, a {…} other {…}}`, and `'{'` for a brace. A fiftieth of the code of the whole grammar,
 * which the server reads; a test holds both equal over every text.
 * @throws Error for anything else
 */
export function parseIcuMessage(message: string, locale: Locale): (values: Values) => string {
  const reader = { message, at: 0, ...languages[locale] }
  const say = readParts(reader, false)
  if (reader.at < message.length) throw new Error(`unexpected } in «${message}»`)
  return say
}

const languages = {
  fa: { number: new Intl.NumberFormat('fa-IR'), plural: new Intl.PluralRules('fa-IR') },
  en: { number: new Intl.NumberFormat('en-US'), plural: new Intl.PluralRules('en-US') },
}

interface Reader {
  message: string
  at: number
  number: Intl.NumberFormat
  plural: Intl.PluralRules
}

function readParts(reader: Reader, isInPlural: boolean): Part {
  const parts: Part[] = []
  for (let text = ''; ; ) {
    const char = reader.message[reader.at]
    const isEnd = char === undefined || char === '}'
    if (isEnd || char === '{' || (char === '#' && isInPlural)) {
      const literal = text
      if (literal) parts.push(() => literal)
      text = ''
      if (isEnd) return (values, pound) => parts.map((part) => part(values, pound)).join('')
      reader.at++
      parts.push(
        char === '{' ? readArgument(reader) : (_values, pound) => reader.number.format(pound as number),
      )
    } else {
      const quoted = char === "'" ? /^'(?:'|([{}#][^']*)'?)/.exec(reader.message.slice(reader.at)) : null
      text += quoted ? (quoted[1] ?? "'") : char
      reader.at += quoted ? quoted[0].length : 1
    }
  }
}

function readArgument(reader: Reader): Part {
  const name = take(reader, /\s*(\w+)\s*/y)
  const kind = take(reader, /(?:,\s*(number|plural|select)\s*)?/y)
  if (kind !== 'plural' && kind !== 'select') {
    take(reader, /()\}/y)
    return (values) => {
      const value = valueOf(values, name)
      return kind === 'number' ? reader.number.format(Number(value)) : textOf(value)
    }
  }
  take(reader, /,()\s*/y)
  const cases = new Map<string, Part>()
  while (reader.message[reader.at] !== '}') {
    const key = take(reader, /(=\d+|\w+)\s*\{/y)
    cases.set(key, readParts(reader, kind === 'plural'))
    take(reader, /()\}\s*/y)
  }
  reader.at++
  const other = cases.get('other')
  if (!other) throw new Error(`a case for «other» is missing in «${reader.message}»`)
  if (kind === 'select')
    return (values, pound) => (cases.get(String(valueOf(values, name))) ?? other)(values, pound)
  return (values) => {
    const count = Number(valueOf(values, name))
    return (cases.get(`=${count}`) ?? cases.get(reader.plural.select(count)) ?? other)(values, count)
  }
}

/** The first group of what stands next, which is passed over. */
function take(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.message)
  if (!found) throw new Error(`unexpected «${reader.message.slice(reader.at)}» in «${reader.message}»`)
  reader.at = pattern.lastIndex
  return found[1] ?? ''
}

function valueOf(values: Values, name: string): unknown {
  if (values[name] === undefined) throw new Error(`the text needs a value for «${name}»`)
  return values[name]
}

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
