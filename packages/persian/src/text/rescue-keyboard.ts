// The standard Persian keyboard (ISIRI 9147), key by key; H, C and M are shifted.
const LATIN_KEYS = Array.from("qwertyuiop[]asdfghjkl;'zxcvbnm,HCM")
const PERSIAN_KEYS = Array.from('ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپوآژء')

const TO_PERSIAN = new Map(LATIN_KEYS.map((key, i) => [key, PERSIAN_KEYS[i]]))
const TO_LATIN = new Map(PERSIAN_KEYS.map((key, i) => [key, LATIN_KEYS[i]?.toLowerCase()]))

/**
 * What the same keys give on the other keyboard layout: «sghl» is «سلام» and «اثممخ» is «hello».
 * The script of the first letter decides the direction; characters without a counterpart stay.
 */
export function rescueKeyboard(text: string): string {
  const typedInLatin = /^[^\p{L}]*\p{Script=Latin}/u.test(text)
  const otherLayout = (key: string) =>
    typedInLatin ? (TO_PERSIAN.get(key) ?? TO_PERSIAN.get(key.toLowerCase())) : TO_LATIN.get(key)
  return Array.from(text)
    .map((key) => otherLayout(key) ?? key)
    .join('')
}
