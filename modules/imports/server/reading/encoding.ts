import type { FileFormat } from '@peyvand/imports/contract'

export type Encoding = NonNullable<FileFormat['encoding']>

/**
 * The encoding of a text file by its bytes: byte-order mark, the zeros of UTF-16, well-formed UTF-8, and else the
 * code page of Persian and Arabic Windows, or the western one where the bytes make few Arabic letters.
 * A sample that ends inside a character is taken as well-formed.
 */
export function detectEncoding(sample: Uint8Array): Encoding {
  const [a, b, c] = sample
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf8'
  if (a === 0xff && b === 0xfe) return 'utf16le'
  if (a === 0xfe && b === 0xff) return 'utf16be'
  const wide = sideOfHighBytes(sample)
  if (wide) return wide
  if (isUtf8(sample)) return 'utf8'
  return arabicShare(sample) >= 0.5 ? 'windows1256' : 'windows1252'
}

/** In UTF-16 of Latin and Persian text the high bytes are nearly all 0x00 or 0x06. */
function sideOfHighBytes(sample: Uint8Array): Encoding | null {
  if (!sample.includes(0)) return null
  const high = [0, 0]
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i] === 0 || sample[i] === 6 || sample[i] === 0x20) high[i % 2] = (high[i % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = high
  return even > odd ? 'utf16be' : 'utf16le'
}

function isUtf8(sample: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}

/** Share of Arabic-script letters among the bytes beyond ASCII, read as Windows-1256. */
function arabicShare(sample: Uint8Array): number {
  let letters = 0
  let others = 0
  for (const byte of sample) {
    if (byte < 0x80) continue
    if (isArabicIn1256(byte)) letters += 1
    else others += 1
  }
  return letters + others === 0 ? 1 : letters / (letters + others)
}

// Code page 1256: the Arabic block with its French letters among them, and پ چ ژ گ and the half-space.
const frenchIn1256 = new Set([
  0xd7, 0xe0, 0xe2, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xee, 0xef, 0xf4, 0xf7, 0xf9, 0xfb, 0xfc,
])
const persianIn1256 = new Set([0x81, 0x8d, 0x8e, 0x90, 0x98, 0x9d, 0xa1, 0xba, 0xbf])
const isArabicIn1256 = (byte: number): boolean =>
  persianIn1256.has(byte) || (byte >= 0xc0 && byte <= 0xf6 && !frenchIn1256.has(byte))
