import { matchName } from '@peyvand/persian'
import { type Card, partsOf, plainValue } from './read-cards.ts'

interface CardNames {
  honorific?: string
  firstName?: string
  lastName?: string
  /** Where the card does not cut the name into its parts. */
  fullName?: string
  organizationName?: string
  /** The further parts of ORG. */
  'ORG-UNIT'?: string
}

/** Whom a card is of: a person, perhaps with the organisation they work for, or an organisation. */
export function cardNames(card: Card): CardNames {
  const valueOf = (name: string) =>
    card.find((property) => property.name === name && property.value !== '')?.value ?? ''
  const [family = '', given = '', additional = '', prefix = '', suffix = ''] = partsOf(valueOf('N'), ';')
  const formatted = plainValue(valueOf('FN'))
  const [organization = '', ...units] = partsOf(valueOf('ORG'), ';')
  const work = organization
    ? { organizationName: organization, 'ORG-UNIT': units.filter(Boolean).join('، ') }
    : {}
  if (isOrganization(valueOf, { organization, formatted, hasName: `${given}${family}` !== '' }))
    return { organizationName: organization || formatted || family }
  if (given === '' && family === '')
    return { fullName: formatted || plainValue(valueOf('NICKNAME')), ...work }
  return {
    honorific: prefix,
    firstName: [given, additional].filter(Boolean).join(' '),
    lastName: [family, suffix].filter(Boolean).join(' '),
    ...work,
  }
}

interface Names {
  organization: string
  formatted: string
  hasName: boolean
}

/** Address books without cards of organisations write their name as that of a person, even cut into two. */
function isOrganization(
  valueOf: (name: string) => string,
  { organization, formatted, hasName }: Names,
): boolean {
  const kind = valueOf('KIND') || valueOf('X-ADDRESSBOOKSERVER-KIND')
  if (/^org/i.test(kind) || /company/i.test(valueOf('X-ABSHOWAS'))) return true
  if (organization === '' || /^individual/i.test(kind)) return false
  return formatted === '' ? !hasName : matchName(formatted) === matchName(organization)
}
