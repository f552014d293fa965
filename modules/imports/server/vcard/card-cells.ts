import { type ContactPointType, contactPointTypes, normalizeContact } from '@peyvand/parties/contract'
import { parseDate, parsePhone } from '@peyvand/persian'
import { cardAddresses } from './card-address.ts'
import { cardNames } from './card-names.ts'
import { type Card, type CardProperty, partsOf, plainValue } from './read-cards.ts'

/** The columns that a card fills, each with one value. */
export type CardCells = ReadonlyMap<string, string>

/**
 * What a card says, by column: the key of an import field with the label of the value and its number from the second
 * on (`phone:home#2`), or the name of a property that no field is meant for (`X-CRM-CODE`).
 */
export function cardCells(card: Card): CardCells {
  const cells = new Map<string, string>()
  const put = (key: string, text: string) => {
    if (text === '') return
    let free = key
    for (let n = 2; cells.has(free); n += 1) {
      if (cells.get(free) === text) return
      free = `${key}#${n}`
    }
    cells.set(free, text)
  }
  for (const [key, text] of Object.entries(cardNames(card))) put(key, text ?? '')
  const addresses = cardAddresses(card)
  for (const [key, text] of Object.entries(addresses.first)) put(key, text)
  const notes = [...addresses.others]
  const tags: string[] = []
  for (const property of card) {
    const { name, value } = property
    if (ignored.test(name) || named.has(name)) continue
    if (name === 'TEL') put(...phoneCell(card, property))
    else if (name === 'EMAIL') put(...emailCell(card, property))
    else if (isAddressOfProfile(name)) put(...profileCell(card, property))
    else if (name === 'TITLE' || name === 'ROLE')
      put(cells.has('jobTitle') ? name : 'jobTitle', plainValue(value))
    else if (name === 'BDAY') put(...birthdayCell(plainValue(value)))
    else if (name === 'GENDER') put('gender', gender(partsOf(value, ';')[0] ?? ''))
    else if (name === 'NOTE') notes.unshift(plainValue(value))
    else if (name === 'CATEGORIES') tags.push(...partsOf(value, ','))
    else if (name === 'UID') put('id', idIn(plainValue(value)))
    else put(name, plainValue(value))
  }
  put('notes', notes.filter(Boolean).join('\n'))
  // A phone's own groups begin with a star.
  put('tags', tags.filter((tag) => tag !== '' && !tag.startsWith('*') && tag !== 'myContacts').join('\n'))
  return cells
}

/** Properties of `cardNames` and `cardAddresses`. */
const named = new Set(['N', 'FN', 'ORG', 'KIND', 'ADR', 'X-ABSHOWAS', 'X-ADDRESSBOOKSERVER-KIND'])
const ignored =
  /^(VERSION|PRODID|REV|PHOTO|LOGO|SOUND|KEY|AGENT|CLASS|MAILER|SOURCE|NAME|PROFILE|LABEL|TZ|GEO|SORT-STRING|CLIENTPIDMAP|XML|LANG|CALURI|CALADRURI|FBURL|CAPURI|X-AB.*|X-PHONETIC-.*|X-EVOLUTION-(?!SPOUSE|ASSISTANT|MANAGER).*|X-MS-.*|X-MOZILLA-.*|X-IMAGE.*|UID-.*)$/

const gender = (text: string): string => (/^m$/i.test(text) ? 'male' : /^f$/i.test(text) ? 'female' : '')

/** A birthday without a year is kept as it stands, for a field of the firm's own. */
function birthdayCell(text: string): [key: string, text: string] {
  const day = /^(\d{4})-?(\d{2})-?(\d{2})(?:$|T)/.exec(text)
  const date = day ? day.slice(1).join('-') : text
  return parseDate(date, { prefer: 'gregorian' }).ok ? ['birthDate', date] : ['BDAY', text]
}

/** The id that our own cards carry; those of other programs tell us nothing. */
const idIn = (text: string): string =>
  /^(?:urn:uuid:)?([\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12})$/i.exec(text)?.[1] ?? ''

const types = ({ params }: CardProperty): readonly string[] => params.get('TYPE') ?? []

function phoneCell(card: Card, property: CardProperty): [key: string, text: string] {
  const text = plainValue(property.value)
    .replace(/^tel:/i, '')
    .replace(/;ext=(\d+)$/i, ' داخلی $1')
  const has = (...wanted: string[]) => wanted.some((type) => types(property).includes(type))
  const isPhone = parsePhone(text, { defaultAreaCode: '021' }).ok
  // Phone books hold codes and notes among their numbers; they do not spoil the card.
  const field = !isPhone
    ? 'other'
    : has('fax', 'x-fax')
      ? 'fax'
      : has('cell', 'mobile', 'iphone')
        ? 'mobile'
        : 'phone'
  return [withLabel(field, labelOf(card, property)), text]
}

function emailCell(card: Card, property: CardProperty): [key: string, text: string] {
  const text = plainValue(property.value).replace(/^mailto:/i, '')
  return [withLabel(normalizeContact('email', text).ok ? 'email' : 'other', labelOf(card, property)), text]
}

const withLabel = (field: string, label: string | null): string => (label ? `${field}:${label}` : field)

/** `work`, `home`, or the words that an Apple device has beside a value of the same group. */
function labelOf(card: Card, property: CardProperty): string | null {
  const own = card.find(
    ({ name, group }) => name === 'X-ABLABEL' && group !== null && group === property.group,
  )
  const text = own && plainValue(own.value).replace(/^_\$!<(.*)>!\$_$/, '$1')
  if (text && !/^(other|mobile|work|home|homepage)$/i.test(text))
    return text.replace(/[:#]/g, ' ').slice(0, 60)
  const known = [...types(property), text?.toLowerCase()]
  return known.includes('work') ? 'work' : known.includes('home') ? 'home' : null
}

const hosts: readonly [RegExp, ContactPointType][] = [
  [/^(?:https?:\/\/)?(?:www\.)?(?:t|telegram)\.me\//i, 'telegram'],
  [/^(?:https?:\/\/)?wa\.me\//i, 'whatsapp'],
  [/^(?:https?:\/\/)?ble\.ir\//i, 'bale'],
  [/^(?:https?:\/\/)?(?:www\.)?eitaa\.com\//i, 'eitaa'],
  [/^(?:https?:\/\/)?(?:www\.)?rubika\.ir\//i, 'rubika'],
  [/^(?:https?:\/\/)?(?:www\.)?instagram\.com\//i, 'instagram'],
]
const linkedIn = /^(?:https?:\/\/)?(?:\w+\.)?linkedin\.com\//i

const isAddressOfProfile = (name: string): boolean =>
  name === 'URL' ||
  name === 'IMPP' ||
  name === 'X-SOCIALPROFILE' ||
  isContactType(name.slice(2).toLowerCase())

const isContactType = (text: string): text is ContactPointType =>
  contactPointTypes.some((type) => type === text)

/** A web page, a messenger or a profile, by its address, its scheme or what the property says of it. */
function profileCell(card: Card, property: CardProperty): [key: string, text: string] {
  const text = plainValue(property.value).replace(/\/+$/, '')
  const [field, value] = profileIn(text, property)
  return [withLabel(field, labelOf(card, property)), value]
}

function profileIn(text: string, property: CardProperty): [field: string, value: string] {
  for (const [host, type] of hosts)
    if (host.test(text)) return [type, text.replace(host, '').replace(/\?.*$/, '')]
  if (linkedIn.test(text)) return ['linkedin', text]
  if (property.name === 'URL') return [normalizeContact('website', text).ok ? 'website' : 'other', text]
  const [, scheme = '', rest = ''] = /^([a-z-]+):(?!\/\/)(.*)$/i.exec(text) ?? []
  if (isContactType(scheme.toLowerCase())) return [scheme.toLowerCase(), rest]
  const said = [...(property.params.get('X-SERVICE-TYPE') ?? []), ...types(property), property.name.slice(2)]
  return [said.map((word) => word.toLowerCase()).find(isContactType) ?? 'other', text]
}
