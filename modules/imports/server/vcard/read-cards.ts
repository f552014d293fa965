import type { Readable } from 'node:stream'
import { AppError } from '@peyvand/platform/server'
import iconv from 'iconv-lite'

/** A property of a card: `item1.TEL;TYPE=work,voice:021…`. */
export interface CardProperty {
  /** What joins it with others of its card: `item1`. */
  group: string | null
  /** In capitals: `TEL`. */
  name: string
  /** By name in capitals, with the values in small letters; the bare words of vCard 2.1 stand under `TYPE`. */
  params: ReadonlyMap<string, readonly string[]>
  /** Free of transfer encoding and character set, still with its escapes. */
  value: string
}
export type Card = readonly CardProperty[]

interface ReadCards {
  /** Of text that names no character set of its own. */
  encoding: string
  /** Pictures, sounds and keys are large: they are passed over unless asked for. */
  withPictures?: boolean
}

const longestProperty = 24 * 1024 * 1024

/**
 * The cards of a file of vCard 2.1, 3.0 or 4.0 one after another; memory does not grow with the file.
 * @throws AppError imports.unreadable (400)
 */
export async function* readCards(
  content: Readable,
  { encoding, withPictures = false }: ReadCards,
): AsyncGenerator<Card> {
  let card: CardProperty[] | null = null
  let depth = 0
  try {
    for await (const { text, line } of wholeLines(asBytes(content, encoding), withPictures)) {
      if (text.length > longestProperty)
        throw new AppError('imports.unreadable', { status: 400, params: { line } })
      const property = readProperty(text, encoding)
      if (!property) continue
      const marks = property.value.trim().toUpperCase() === 'VCARD' ? property.name : null
      if (marks === 'BEGIN') {
        depth += 1
        if (depth === 1) card = []
      } else if (marks === 'END') {
        depth -= 1
        if (depth === 0 && card) yield card
        if (depth <= 0) [card, depth] = [null, 0]
      } else if (depth === 1) {
        // A card within a card is that of somebody else.
        card?.push(property)
      }
    }
  } finally {
    content.destroy()
  }
}

/** UTF-16 is brought to UTF-8; everything else is decoded property by property, as character sets may change. */
const asBytes = (content: Readable, encoding: string): AsyncIterable<Buffer> =>
  encoding.startsWith('utf16')
    ? (content.pipe(iconv.decodeStream(encoding)).pipe(iconv.encodeStream('utf8')) as AsyncIterable<Buffer>)
    : (content as AsyncIterable<Buffer>)

/** Lines with their continuations joined, each byte a character: a fold may cut a letter into two. */
async function* wholeLines(
  content: AsyncIterable<Buffer>,
  withPictures: boolean,
): AsyncGenerator<{ text: string; line: number }> {
  let text: string | null = null
  let [start, line, isQuoted, isSkipped] = [1, 0, false, false]
  for await (const next of physicalLines(content)) {
    line += 1
    if (text !== null && isQuoted && text.endsWith('=')) text = text.slice(0, -1) + next
    else if (text !== null && /^[ \t]/.test(next)) {
      if (!isSkipped) text += next.slice(1)
    } else {
      if (text !== null && !isSkipped) yield { text, line: start }
      ;[text, start] = [next, line]
      isQuoted = quotedPrintable.test(next)
      isSkipped = !withPictures && picture.test(next)
    }
  }
  if (text !== null && !isSkipped) yield { text, line: start }
}

const quotedPrintable = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i
const picture = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|CERT|X-IMAGE\w*)[;:]/i

async function* physicalLines(content: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: string[] = []
  for await (const chunk of content) {
    const [first = '', ...others] = chunk.toString('latin1').split('\n')
    rest.push(first)
    for (const other of others) {
      yield withoutReturn(rest.join(''))
      rest = [other]
    }
  }
  yield withoutReturn(rest.join(''))
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)

function readProperty(text: string, encoding: string): CardProperty | null {
  const colon = outsideQuotes(text, ':')
  if (colon < 0) return null
  const [label = '', ...given] = splitOutsideQuotes(text.slice(0, colon), ';')
  const [, group = null, name = ''] =
    /^(?:([\w-]+)\.)?\s*([\w-]+)$/.exec(label.replace(/^\u00ef\u00bb\u00bf/, '')) ?? []
  if (name === '') return null
  const params = readParams(given)
  return { group, name: name.toUpperCase(), params, value: decoded(text.slice(colon + 1), params, encoding) }
}

function readParams(given: readonly string[]): Map<string, string[]> {
  const params = new Map<string, string[]>()
  for (const one of given) {
    const [, key = '', value = one] = /^\s*([\w-]+)\s*=(.*)$/s.exec(one) ?? []
    const isTransfer = /^(quoted-printable|base64|8bit|7bit)$/i.test(value)
    const name = key !== '' ? key.toUpperCase() : isTransfer ? 'ENCODING' : 'TYPE'
    // Some writers quote a whole list of types: TYPE="HOME,VOICE".
    const values = value.replaceAll('"', '').split(',')
    params.set(name, [...(params.get(name) ?? []), ...values.map((part) => part.trim().toLowerCase())])
  }
  return params
}

function decoded(raw: string, params: ReadonlyMap<string, readonly string[]>, encoding: string): string {
  const isQuoted = params.get('ENCODING')?.includes('quoted-printable')
  const text = isQuoted
    ? raw.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : raw
  const [charset = ''] = params.get('CHARSET') ?? []
  const known = iconv.encodingExists(charset) ? charset : encoding.startsWith('utf16') ? 'utf8' : encoding
  return iconv.decode(Buffer.from(text, 'latin1'), known)
}

function outsideQuotes(text: string, sign: string): number {
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted
    else if (text[at] === sign && !isQuoted) return at
  }
  return -1
}

function splitOutsideQuotes(text: string, sign: string): string[] {
  const parts: string[] = []
  let rest = text
  for (let at = outsideQuotes(rest, sign); at >= 0; at = outsideQuotes(rest, sign)) {
    parts.push(rest.slice(0, at))
    rest = rest.slice(at + 1)
  }
  return [...parts, rest]
}

/** A text value without its escapes. */
export const plainValue = (value: string): string =>
  value.replace(/\\([nN,;:\\])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign)).trim()

/** The parts of a value such as N and ADR (`;`) or CATEGORIES (`,`). */
export function partsOf(value: string, sign: ';' | ','): string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === sign) {
      parts.push(part)
      part = ''
    } else if (value[at] === '\\') {
      part += value.slice(at, at + 2)
      at += 1
    } else part += value[at]
  }
  return [...parts, part].map(plainValue)
}
