import type { Address, ContactPointType, Party } from '@peyvand/parties/contract'
import { getParty } from '@peyvand/parties/server'
import { formatDate, formatPhone, localDate, localizeDigits } from '@peyvand/persian'
import { provinces } from '@peyvand/persian/iran-places'
import type { Locale } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { customTexts } from './custom-texts.ts'
import { type FieldValue, type FieldValues, withheld } from './field-value.ts'

/** Built-in fields by the rule of the role that may withhold them. */
const ruled: Readonly<Record<string, readonly string[]>> = {
  phones: ['mobile', 'phone', 'fax'],
  emails: ['email', 'website'],
  identifiers: ['nationalId', 'legalNationalId', 'economicCode', 'registrationNumber'],
  addresses: ['address', 'province', 'county', 'city', 'postalCode'],
}

/**
 * The fields `party.*` of a party in a language. What the caller's role hides or masks is withheld: a masked number
 * in a letter would be neither true nor secret. @throws AppError notFound (404)
 */
export async function partyValues(ctx: Ctx, partyId: string, language: Locale): Promise<FieldValues> {
  const party = await getParty(ctx, partyId)
  const values = new Map<string, FieldValue>(Object.entries(builtIn(ctx, party, language)))
  for (const [group, rule] of Object.entries(party.fieldRules)) {
    if (rule === 'readOnly') continue
    for (const name of ruled[group] ?? []) values.set(name, withheld)
  }
  const { custom } = party
  const texts = await customTexts(ctx, { record: 'parties', values: custom, language })
  for (const [key, text] of texts) values.set(`custom.${key}`, text)
  return new Map([...values].map(([name, value]) => [`party.${name}`, value]))
}

function builtIn(ctx: Ctx, party: Party, language: Locale): Record<string, string | null> {
  const code = (text: string | null) => text && localizeDigits(text, language)
  const day = (date: string | null) => date && formatDate(date, { locale: language })
  const phone = (type: ContactPointType) => {
    const value = contact(party, type)
    return value && formatPhone(value, language)
  }
  const address = party.addresses.find(({ primary }) => primary) ?? party.addresses[0]
  return {
    name: party.name,
    salutation: salutation(party, (key) => ctx.registry.translate(language, key)),
    honorific: party.honorific,
    firstName: party.firstName,
    lastName: party.lastName,
    jobTitle: party.jobTitle,
    organization: party.worksFor?.name ?? null,
    brandName: party.brandName,
    number: code(party.number),
    mobile: phone('mobile'),
    phone: phone('phone'),
    fax: phone('fax'),
    email: contact(party, 'email'),
    website: contact(party, 'website'),
    address: address?.text ?? null,
    province: provinceName(address, language),
    county: address?.county ?? null,
    city: address?.city ?? null,
    postalCode: code(address?.postalCode ?? null),
    nationalId: code(party.nationalId),
    legalNationalId: code(party.legalNationalId),
    economicCode: code(party.economicCode),
    registrationNumber: code(party.registrationNumber),
    birthDate: day(party.birthDate),
    level: party.level?.name ?? null,
    industry: party.industry?.name ?? null,
    owner: party.owner?.name ?? null,
    marketer: party.marketer?.name ?? null,
    nextContactOn: day(party.nextContactOn),
    lastContactOn: day(party.lastContactAt && localDate(party.lastContactAt, ctx.timeZone)),
  }
}

/** How the party is addressed: as its record says, else by gender; an organisation as one. */
function salutation({ honorific, gender, kind }: Party, text: (key: string) => string): string | null {
  if (honorific) return honorific
  if (kind === 'organization') return text('templates.salutation.organization')
  return gender ? text(`templates.salutation.${gender}`) : null
}

function contact({ contactPoints }: Party, type: ContactPointType): string | null {
  const ofType = contactPoints.filter((point) => point.type === type)
  return (ofType.find(({ primary }) => primary) ?? ofType[0])?.value ?? null
}

function provinceName(address: Address | undefined, language: Locale): string | null {
  return provinces.find(({ code }) => code === address?.province)?.[language] ?? null
}
