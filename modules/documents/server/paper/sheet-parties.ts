import { formatPhone, formatPostalCode } from '@peyvand/persian'
import { provinces } from '@peyvand/persian/iran-places'
import type { Locale } from '@peyvand/platform/contract'
import { paperText } from '@peyvand/platform/server'
import type { PartyBlock } from '../../contract/index.ts'
import type { SheetFact } from './document-sheet.ts'
import { paperWords } from './paper-words.ts'

/** Every field of the official form, in its order; what is not known stays empty, to be written by hand. */
export function officialFacts(block: PartyBlock, language: Locale): SheetFact[] {
  const words = paperWords[language]
  const texts = textsOf(block, language)
  return [
    { label: words.partyName, value: texts.name },
    { label: words.economicCode, value: texts.economicCode },
    { label: words.registration, value: texts.registration },
    { label: words.nationalId, value: texts.nationalId },
    { label: words.province, value: texts.province },
    { label: words.county, value: texts.county },
    { label: words.city, value: texts.city },
    { label: words.postalCode, value: texts.postalCode },
    { label: words.address, value: texts.address },
    { label: words.phone, value: [texts.phone, texts.fax].filter(Boolean).join(' / ') },
  ]
}

/** What is known of a party, for the modern layout; its name stands first, without a label. */
export function partyFacts(block: PartyBlock, language: Locale): SheetFact[] {
  const words = paperWords[language]
  const texts = textsOf(block, language)
  const place = [...new Set([texts.province, texts.county, texts.city]), texts.address]
  const facts = [
    { label: words.nationalId, value: texts.nationalId },
    { label: words.economicCode, value: texts.economicCode },
    { label: words.registration, value: texts.registration },
    { label: words.address, value: place.filter(Boolean).join(language === 'fa' ? '، ' : ', ') },
    { label: words.postalCodeShort, value: texts.postalCode },
    { label: words.phoneShort, value: texts.phone },
  ]
  return [{ label: '', value: texts.name }, ...facts.filter(({ value }) => value !== '')]
}

function textsOf(block: PartyBlock, language: Locale) {
  const text = (given: string | null) => paperText(given ?? '', language)
  const number = (given: string | null) => given && code(text(given))
  const phone = (given: string | null) =>
    given && code(/^\+\d+$/.test(given) ? formatPhone(given, language) : text(given))
  const province = provinces.find((one) => one.code === block.province)
  return {
    name: text(block.name),
    nationalId: number(block.nationalId) ?? '',
    economicCode: number(block.economicCode) ?? '',
    registration: number(block.registrationNumber) ?? '',
    province: province?.[language] ?? text(block.province),
    county: text(block.county),
    city: text(block.city),
    postalCode: block.postalCode ? code(formatPostalCode(block.postalCode, language)) : '',
    address: text(block.address),
    phone: phone(block.phone) ?? '',
    fax: phone(block.fax) ?? '',
  }
}

/** Codes and phones run from the left, wherever they stand. */
const code = (text: string): string => `\u2066${text}\u2069`
