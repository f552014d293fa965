import { formatDate, formatPhone, formatPostalCode, joinList, localizeDigits } from '@peyvand/persian'
import { provinces } from '@peyvand/persian/iran-places'
import type { Ctx } from '@peyvand/platform/server'
import { type Address, isPhoneType, type Party, type PartyLink } from '../../contract/index.ts'
import { identifierColumns } from '../party-field-rules.ts'
import { codeText, type Fact, factOf } from './paper-facts.ts'

const translated = (ctx: Ctx, key: string, params?: Record<string, unknown>): string =>
  ctx.registry.translate(ctx.locale, key, params)
const label = (ctx: Ctx, field: string): string => translated(ctx, `parties.field.${field}`)
const day = (ctx: Ctx, date: string | null) => date && formatDate(date, { locale: ctx.locale })
const digits = (ctx: Ctx, text: string) => localizeDigits(text, ctx.locale)
/** Parts of a line, those that are there. */
const joined = (parts: readonly (string | null | false | undefined)[], between: string): string =>
  parts.filter(Boolean).join(between)

const texts = ['brandName', 'firstNameLatin', 'lastNameLatin', 'nameLatin', 'jobTitle'] as const
const refs = [
  'worksFor',
  'industry',
  'level',
  'owner',
  'team',
  'leadSource',
  'introducer',
  'marketer',
] as const

/** Who the party is; what is empty is left out. */
export function mainFacts(ctx: Ctx, party: Party): Fact[] {
  const tags = party.tags.map((tag) => tag.name)
  const identifier = (key: (typeof identifierColumns)[number]) => {
    const value = party[key] && digits(ctx, party[key])
    return value && key !== 'fatherName' ? codeText(value) : value
  }
  return [
    ...texts.flatMap((key) => factOf(label(ctx, key), [party[key]])),
    ...refs.flatMap((key) => factOf(label(ctx, key), [party[key]?.name])),
    ...identifierColumns.flatMap((key) => factOf(label(ctx, key), [identifier(key)])),
    ...factOf(label(ctx, 'gender'), [party.gender && translated(ctx, `parties.gender.${party.gender}`)]),
    ...factOf(label(ctx, 'birthDate'), [day(ctx, party.birthDate)]),
    ...factOf(label(ctx, 'nextContactOn'), [day(ctx, party.nextContactOn)]),
    ...factOf(label(ctx, 'tags'), [joinList(tags, ctx.locale)]),
  ]
}

export function contactFacts(ctx: Ctx, party: Party): Fact[] {
  const types = [...new Set(party.contactPoints.map(({ type }) => type))]
  return types.flatMap((type) =>
    factOf(
      translated(ctx, `parties.contact.${type}`),
      party.contactPoints.filter((point) => point.type === type).map((point) => contactText(ctx, point)),
    ),
  )
}

function contactText(
  ctx: Ctx,
  { type, value, extension, label: called }: Party['contactPoints'][number],
): string {
  // Masked ones are no numbers any more.
  const isNumber = (isPhoneType(type) || value.startsWith('+')) && /^\+\d+$/.test(value)
  const shown = codeText(isNumber ? formatPhone(value, ctx.locale) : value)
  const inside = extension && `${translated(ctx, 'parties.contact.extension')} ${digits(ctx, extension)}`
  const more = joined([inside, called], '، ')
  return more ? `${shown} (${more})` : shown
}

export function addressFact(
  ctx: Ctx,
  { label: called, province, county, city, postalCode, text }: Address,
): Fact {
  const inProvince = provinces.find(({ code }) => code === province)?.[ctx.locale] ?? province
  const places = new Set([inProvince, county, city])
  const place = joined([...places, text], ctx.locale === 'fa' ? '، ' : ', ')
  const code = postalCode && codeText(formatPostalCode(postalCode, ctx.locale))
  return {
    label: called ?? label(ctx, 'address'),
    values: [digits(ctx, place), ...(code ? [`${label(ctx, 'postalCode')}: ${code}`] : [])],
  }
}

export const groupFacts = (ctx: Ctx, { groups }: Party): Fact[] =>
  groups.map(({ nameFa, nameEn, since, until, number }) => ({
    label: ctx.locale === 'fa' ? nameFa : nameEn,
    values: [
      joined(
        [
          until
            ? translated(ctx, 'parties.paper.period', { since: day(ctx, since), until: day(ctx, until) })
            : translated(ctx, 'parties.paper.since', { since: day(ctx, since) }),
          number && `${label(ctx, 'number')} ${digits(ctx, number)}`,
        ],
        ' · ',
      ),
    ],
  }))

export const linkFact = (ctx: Ctx, { label: kind, inverse, other, role }: PartyLink): Fact => ({
  label: translated(ctx, `parties.link.${kind}${inverse ? '.inverse' : ''}`),
  values: [joined([other.name, role ?? other.jobTitle], ' — ')],
})
