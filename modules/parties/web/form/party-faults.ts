import { parseEconomicCode, parseLegalNationalId, parseNationalId, parsePostalCode } from '@peyvand/persian'
import { normalizeContact } from '../../contract/index.ts'
import type { PartyFormValues } from './party-form-values.ts'

/** Codes of what is wrong, by the form's own path; their texts stand under `error.<code>`. */
export type Faults = Record<string, string>

const identifiers = {
  nationalId: ['parties.nationalId', parseNationalId],
  legalNationalId: ['parties.legalNationalId', parseLegalNationalId],
  economicCode: ['parties.economicCode', parseEconomicCode],
} as const

/** What the form can tell by itself before anything is sent; the server checks the same and more. */
export function partyFaults(values: PartyFormValues): Faults {
  const faults: Faults = {}
  const isPerson = values.kind === 'person'
  if (isPerson && !values.lastName?.trim() && !values.firstName?.trim()) faults['lastName'] = 'required'
  if (!isPerson && !values.name?.trim()) faults['name'] = 'required'

  for (const field of ['nationalId', 'legalNationalId', 'economicCode'] as const) {
    const [code, parse] = identifiers[field]
    const text = values[field]?.trim()
    const isShown = field === 'economicCode' || (field === 'nationalId') === isPerson
    if (text && isShown && !parse(text).ok) faults[field] = code
  }
  for (const [at, { type, value }] of values.contactPoints.entries()) {
    if (value.trim() === '') continue
    const normal = normalizeContact(type, value)
    if (!normal.ok) faults[`contactPoints.${at}.value`] = normal.code
  }
  for (const [at, { postalCode }] of values.addresses.entries()) {
    if (postalCode?.trim() && !parsePostalCode(postalCode).ok)
      faults[`addresses.${at}.postalCode`] = 'parties.postalCode'
  }
  return faults
}

/**
 * The form's path of a fault the server found: rows that were left empty are not sent, so the server counts
 * fewer than the form shows.
 */
export function formPath(path: string, values: PartyFormValues): string {
  const [, list, index, rest] = /^(contactPoints|addresses)\.(\d+)(.*)$/.exec(path) ?? []
  if (list === undefined) return path
  const filled =
    list === 'contactPoints'
      ? values.contactPoints.map(({ value }) => value.trim() !== '')
      : values.addresses.map(({ province, county, city, postalCode, text }) =>
          [province, county, city, postalCode, text].some((part) => part !== null && part.trim() !== ''),
        )
  const places = filled.flatMap((isFilled, at) => (isFilled ? [at] : []))
  return `${list}.${places[Number(index)] ?? index}${rest}`
}
