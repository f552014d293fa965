import { provinces } from '@peyvand/persian/iran-places'
import type { Locale } from '@peyvand/platform/contract'
import { type Address, type ContactPoint, isPhoneType, type Party } from '../../contract/index.ts'
import { cardText, escapedText, structuredText, type WrittenProperty } from './card-text.ts'

export type CardVersion = '3.0' | '4.0'

/** What a card tells of a party. */
export type CardParty = Pick<
  Party,
  | 'id'
  | 'kind'
  | 'name'
  | 'honorific'
  | 'firstName'
  | 'lastName'
  | 'gender'
  | 'birthDate'
  | 'jobTitle'
  | 'worksFor'
  | 'contactPoints'
  | 'addresses'
  | 'tags'
  | 'notes'
  | 'updatedAt'
>

interface WriteCard {
  version: CardVersion
  /** Of the provinces' names. */
  locale: Locale
}

/**
 * A party as a card of RFC 6350 (4.0) or RFC 2426 (3.0) that our import reads back. Contact points that the party's
 * view masks are left out: a card that is kept must not hold half a number.
 */
export function writeCard(party: CardParty, { version, locale }: WriteCard): string {
  const isNew = version === '4.0'
  return cardText([
    { name: 'BEGIN', value: 'VCARD' },
    { name: 'VERSION', value: version },
    { name: 'PRODID', value: '-//Peyvand//Peyvand//FA' },
    { name: 'UID', value: `urn:uuid:${party.id}` },
    ...(party.kind === 'person' ? personLines(party, isNew) : organizationLines(party, isNew)),
    ...(party.birthDate
      ? [{ name: 'BDAY', value: isNew ? party.birthDate.replaceAll('-', '') : party.birthDate }]
      : []),
    ...party.contactPoints.filter(({ value }) => !isMasked(value)).map((point) => contactLine(point, isNew)),
    ...party.addresses.map((address) => addressLine(address, { isNew, locale })),
    ...(party.tags.length > 0
      ? [{ name: 'CATEGORIES', value: party.tags.map((tag) => escapedText(tag.name)).join(',') }]
      : []),
    ...given('NOTE', party.notes),
    { name: 'REV', value: party.updatedAt.replace(/[-:]|\.\d+/g, '') },
    { name: 'END', value: 'VCARD' },
  ])
}

const given = (name: string, text: string | null | undefined): WrittenProperty[] =>
  text ? [{ name, value: escapedText(text) }] : []

const personLines = (party: CardParty, isNew: boolean): WrittenProperty[] => [
  ...(isNew ? [{ name: 'KIND', value: 'individual' }] : []),
  { name: 'FN', value: escapedText([party.honorific, party.name].filter(Boolean).join(' ')) },
  { name: 'N', value: structuredText([party.lastName, party.firstName, '', party.honorific, '']) },
  ...given('ORG', party.worksFor?.name),
  ...given('TITLE', party.jobTitle),
  ...(party.gender && isNew ? [{ name: 'GENDER', value: party.gender === 'female' ? 'F' : 'M' }] : []),
]

const organizationLines = ({ name }: CardParty, isNew: boolean): WrittenProperty[] => [
  isNew ? { name: 'KIND', value: 'org' } : { name: 'X-ABSHOWAS', value: 'COMPANY' },
  { name: 'FN', value: escapedText(name) },
  { name: 'N', value: structuredText([name, '', '', '', '']) },
  { name: 'ORG', value: escapedText(name) },
]

/** As `maskPhone` and the other masks of a party's view write it. */
const isMasked = (value: string): boolean => /\*\*|•••/.test(value)

const phoneTypes: Partial<Record<ContactPoint['type'], string>> = {
  mobile: 'cell',
  phone: 'voice',
  fax: 'fax',
}

function contactLine(
  { type, value, extension, label, primary }: ContactPoint,
  isNew: boolean,
): WrittenProperty {
  if (isPhoneType(type)) {
    const number = extension ? `${value};ext=${extension}` : value
    return {
      name: 'TEL',
      value: isNew ? `tel:${number}` : escapedText(number),
      ...described([...(isNew ? ['VALUE=uri'] : []), `TYPE=${phoneTypes[type]}`], { label, primary, isNew }),
    }
  }
  if (type === 'email' || type === 'website')
    return {
      name: type === 'email' ? 'EMAIL' : 'URL',
      value: type === 'email' || !isNew ? escapedText(value) : value,
      ...described([], { label, primary, isNew }),
    }
  const details = described([], { label, primary, isNew })
  if (type === 'instagram' || type === 'linkedin')
    return {
      name: 'X-SOCIALPROFILE',
      value: escapedText(value),
      ...details,
      params: [`TYPE=${type}`, ...details.params],
    }
  if (type === 'other') return { name: 'X-OTHER', value: escapedText(value), ...details }
  return {
    name: 'IMPP',
    value: `${type}:${escapedText(value)}`,
    ...details,
    params: [`X-SERVICE-TYPE=${type}`, ...details.params],
  }
}

interface Described {
  label: string | null
  primary: boolean
  isNew: boolean
}

const placeTypes: Record<string, string> = { 'محل کار': 'work', work: 'work', منزل: 'home', home: 'home' }

/** Work and home are types that every program knows; other labels stand beside the value. */
function described(
  params: readonly string[],
  { label, primary, isNew }: Described,
): { params: string[]; label: string | null } {
  const place = label && placeTypes[label.toLowerCase()]
  return {
    params: [
      ...params,
      ...(place ? [`TYPE=${place}`] : []),
      ...(primary ? [isNew ? 'PREF=1' : 'TYPE=pref'] : []),
    ],
    label: place ? null : label,
  }
}

function addressLine(
  { label, province: code, city, postalCode, text, primary }: Address,
  { isNew, locale }: { isNew: boolean; locale: Locale },
): WrittenProperty {
  const province = provinces.find((one) => one.code === code)
  const country = province && (locale === 'fa' ? 'ایران' : 'Iran')
  return {
    name: 'ADR',
    value: structuredText(['', '', text, city, province?.[locale] ?? code, postalCode, country]),
    ...described([], { label, primary, isNew }),
  }
}
