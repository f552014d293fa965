/** A property as it is to be written; its value is escaped already. */
export interface WrittenProperty {
  name: string
  value: string
  /** `TYPE=work`. */
  params?: readonly string[]
  /** Words of one's own for what the value is: «انبار». */
  label?: string | null
}

const foldAt = 75

/** The text of a card, its lines folded between letters after 75 bytes, as the RFCs ask. */
export function cardText(properties: readonly WrittenProperty[]): string {
  return properties
    .flatMap(({ name, value, params = [], label }, at) => {
      const group = label ? `item${at}.` : ''
      return [
        `${group}${[name, ...params].join(';')}:${value}`,
        ...(label ? [`${group}X-ABLABEL:${escapedText(label)}`] : []),
      ]
    })
    .map(folded)
    .join('')
}

export const escapedText = (text: string): string =>
  text.replace(/[\\,;]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n')

/** N, ADR and their like. */
export const structuredText = (parts: readonly (string | null | undefined)[]): string =>
  parts.map((part) => escapedText(part ?? '')).join(';')

function folded(line: string): string {
  let text = ''
  let bytes = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > foldAt) {
      text += '\r\n '
      bytes = 1
    }
    text += letter
    bytes += size
  }
  return `${text}\r\n`
}
