/** Letters of the GSM 7-bit alphabet (3GPP TS 23.038 §6.2.1). */
const GSM = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Letters of its extension table, which take the room of two (§6.2.1.1). */
const GSM_EXTENSION = new Set('\f^{}\\[~]|€')

/** Characters of a message alone, and of each part of a longer one beside its six-byte heading. */
const CAPACITY = { gsm7: { single: 160, part: 153 }, ucs2: { single: 70, part: 67 } } as const

export type SmsParts = {
  /** One letter outside the GSM alphabet, such as any Persian one, makes the whole message UCS-2. */
  encoding: 'gsm7' | 'ucs2'
  /** Characters as the network counts them. */
  length: number
  /** Messages that the sender pays for; 0 for an empty text. */
  parts: number
  /** Characters that still fit into the last part. */
  left: number
}

/** How a text is divided into SMS: 160 or 153 characters each in GSM letters, 70 or 67 in others. */
export function smsParts(text: string): SmsParts {
  const letters = Array.from(text)
  const isGsm = letters.every((letter) => GSM.has(letter) || GSM_EXTENSION.has(letter))
  const encoding = isGsm ? 'gsm7' : 'ucs2'
  const sizes = letters.map((letter) => (isGsm ? (GSM_EXTENSION.has(letter) ? 2 : 1) : letter.length))
  const length = sizes.reduce((sum, size) => sum + size, 0)
  const { single, part } = CAPACITY[encoding]
  if (length <= single) return { encoding, length, parts: length === 0 ? 0 : 1, left: single - length }

  // A letter of two characters never lies half in one part and half in the next.
  let parts = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > part) {
      parts++
      used = 0
    }
    used += size
  }
  return { encoding, length, parts, left: part - used }
}
