/** Bytes at a file's beginning that the type is found from. */
export const headBytes = 4100

/**
 * The media type of a file by its content, or null when it is none that we keep (programs, pages, unknown bytes).
 * The name decides only between types whose content looks alike: office documents in a zip, kinds of plain text.
 */
export function detectType(head: Uint8Array, name: string): string | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const signature = signatures.find(
    ({ at = 0, hex }) => bytes.subarray(at, at + hex.length / 2).toString('hex') === hex,
  )
  if (signature) return signature.type(bytes, extension)
  return looksLikeText(bytes) ? (textTypes[extension] ?? null) : null
}

const office = 'application/vnd.openxmlformats-officedocument'

const zippedTypes: Record<string, string> = {
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
}

const oldOfficeTypes: Record<string, string> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
}

const textTypes: Record<string, string> = {
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/plain',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  vcf: 'text/vcard',
  ics: 'text/calendar',
  eml: 'message/rfc822',
}

interface Signature {
  at?: number
  hex: string
  type(bytes: Buffer, extension: string): string | null
}

const always = (type: string) => () => type

const signatures: readonly Signature[] = [
  { hex: '89504e470d0a1a0a', type: always('image/png') },
  { hex: 'ffd8ff', type: always('image/jpeg') },
  { hex: '47494638', type: always('image/gif') },
  { hex: '49492a00', type: always('image/tiff') },
  { hex: '4d4d002a', type: always('image/tiff') },
  { hex: '424d', type: (bytes) => (bytes.readUInt32LE(6) === 0 ? 'image/bmp' : null) },
  { hex: '52494646', type: riffType },
  { at: 4, hex: '66747970', type: mediaContainerType },
  { hex: '255044462d', type: always('application/pdf') },
  { hex: '504b0304', type: (_, extension) => zippedTypes[extension] ?? 'application/zip' },
  { hex: '504b0506', type: always('application/zip') },
  { hex: 'd0cf11e0a1b11ae1', type: (_, extension) => oldOfficeTypes[extension] ?? null },
  { hex: '7b5c727466', type: always('application/rtf') },
  { hex: '526172211a07', type: always('application/vnd.rar') },
  { hex: '377abcaf271c', type: always('application/x-7z-compressed') },
  { hex: '1f8b08', type: always('application/gzip') },
  { hex: '494433', type: always('audio/mpeg') },
  { hex: 'fffb', type: always('audio/mpeg') },
  { hex: 'fff3', type: always('audio/mpeg') },
  { hex: '4f676753', type: always('audio/ogg') },
  { hex: '664c6143', type: always('audio/flac') },
  { hex: '2321414d52', type: always('audio/amr') },
  { hex: '1a45dfa3', type: (_, extension) => (extension === 'weba' ? 'audio/webm' : 'video/webm') },
]

function riffType(bytes: Buffer): string | null {
  const kinds: Record<string, string> = { WEBP: 'image/webp', WAVE: 'audio/wav', 'AVI ': 'video/x-msvideo' }
  return kinds[bytes.subarray(8, 12).toString('latin1')] ?? null
}

function mediaContainerType(bytes: Buffer): string {
  const brand = bytes.subarray(8, 12).toString('latin1')
  if (/^(heic|heix|mif1|msf1)$/.test(brand)) return 'image/heic'
  if (brand === 'avif') return 'image/avif'
  if (brand.startsWith('M4A')) return 'audio/mp4'
  if (brand.startsWith('3g')) return 'video/3gpp'
  return brand.startsWith('qt') ? 'video/quicktime' : 'video/mp4'
}

/** Text of any encoding: no zero bytes and few control characters, or UTF-16 with or without its mark. */
function looksLikeText(bytes: Buffer): boolean {
  if (bytes.length === 0) return false
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff') return true
  const zeros = [0, 0]
  let controls = 0
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
    else if (byte < 32 && ![9, 10, 12, 13, 27].includes(byte)) controls += 1
  }
  const [even = 0, odd = 0] = zeros
  if (even + odd === 0) return controls <= bytes.length / 100
  // ASCII signs (digits, delimiters, line ends) of UTF-16 have their zeros on one side only.
  return Math.min(even, odd) === 0 && controls <= bytes.length / 2
}
