import { maskPhone } from '@peyvand/persian'
import type { FieldRule, Locale } from '@peyvand/platform/contract'
import { type Ctx, fieldRule, hiddenCustomFields } from '@peyvand/platform/server'
import type { ContactPoint, Party, PartyRow } from '../contract/index.ts'

/** Groups of fields that roles may restrict, as in the permissions. */
export const ruledFields = ['phones', 'emails', 'identifiers', 'addresses', 'notes'] as const
export type RuledField = (typeof ruledFields)[number]
export type PartyFieldRules = Partial<Record<RuledField, FieldRule>>

export const identifierColumns = [
  'nationalId',
  'legalNationalId',
  'economicCode',
  'registrationNumber',
  'foreignId',
  'fatherName',
  'birthCertificateNo',
] as const

/** The restrictions of the caller's role. */
export function partyFieldRules(ctx: Ctx): PartyFieldRules {
  const rules: PartyFieldRules = {}
  for (const field of ruledFields) {
    const rule = fieldRule(ctx.actor, `parties.${field}`)
    if (rule) rules[field] = rule
  }
  return rules
}

/** Which rule a contact point falls under: whatever is a phone number counts as one, also in a messenger. */
export const ruleOfContact = (
  rules: PartyFieldRules,
  { type, value }: Pick<ContactPoint, 'type' | 'value'>,
): FieldRule | undefined =>
  type === 'mobile' || type === 'phone' || type === 'fax' || value.startsWith('+')
    ? rules.phones
    : rules.emails

/** A phone as a rule lets it be seen. */
export function shownPhone(
  phone: string | null,
  rule: FieldRule | null | undefined,
  locale: Locale,
): string | null {
  if (phone === null || rule === 'hidden') return null
  return rule === 'masked' ? maskPhone(phone, locale) : phone
}

/** A contact point's value as its rule lets it be seen; nothing where it is hidden. */
export function shownContact(
  point: Pick<ContactPoint, 'type' | 'value'>,
  rules: PartyFieldRules,
  locale: Locale,
): string {
  const rule = ruleOfContact(rules, point)
  const isPhone = point.value.startsWith('+')
  return (isPhone ? shownPhone(point.value, rule, locale) : shownText(point.value, rule)) ?? ''
}

function shownText(text: string | null, rule: FieldRule | undefined): string | null {
  if (text === null || rule === 'hidden') return null
  if (rule !== 'masked') return text
  const at = text.indexOf('@')
  const shown = text.slice(0, Math.min(2, Math.max(0, text.length - 2)))
  return `${shown}•••${at > 0 ? text.slice(at) : text.slice(-2)}`
}

function shownIdentifiers<T extends Partial<Record<(typeof identifierColumns)[number], string | null>>>(
  row: T,
  rule: FieldRule | undefined,
): T {
  if (!rule || rule === 'readOnly') return row
  const shown = { ...row }
  for (const key of identifierColumns) {
    const value = row[key]
    if (value !== undefined) Object.assign(shown, { [key]: shownText(value, rule) })
  }
  return shown
}

/** The record with what the caller may not see withheld or masked. */
export function showParty(party: Party, rules: PartyFieldRules, locale: Locale): Party {
  return {
    ...shownIdentifiers(party, rules.identifiers),
    contactPoints: party.contactPoints.flatMap((point) => {
      const rule = ruleOfContact(rules, point)
      if (rule === 'hidden') return []
      if (rule !== 'masked') return [point]
      return [{ ...point, value: shownContact(point, rules, locale) }]
    }),
    addresses: rules.addresses === 'hidden' ? [] : party.addresses,
    notes: rules.notes === 'hidden' ? null : party.notes,
    fieldRules: rules as Party['fieldRules'],
  }
}

/** The same for a row of a list. */
export function showRow(row: PartyRow, rules: PartyFieldRules, locale: Locale): PartyRow {
  const hidesAddress = rules.addresses === 'hidden'
  return {
    ...shownIdentifiers(row, rules.identifiers),
    phone: shownPhone(row.phone, rules.phones, locale),
    email: shownText(row.email, rules.emails),
    province: hidesAddress ? null : row.province,
    county: hidesAddress ? null : row.county,
    city: hidesAddress ? null : row.city,
  }
}

const listFieldGroups: Record<string, RuledField> = {
  phone: 'phones',
  email: 'emails',
  contactPoints: 'phones',
  province: 'addresses',
  county: 'addresses',
  city: 'addresses',
  address: 'addresses',
  postalCode: 'addresses',
  notes: 'notes',
}

/** Which words of the search text the caller's role may not find a record by. */
export function withheldWords(ctx: Ctx): string[] {
  const rules = partyFieldRules(ctx)
  const readyOnes = (['phones', 'emails', 'identifiers'] as const).filter(
    (field) => rules[field] === 'hidden' || rules[field] === 'masked',
  )
  return [...readyOnes, ...hiddenCustomFields(ctx, 'parties').map((key) => `custom.${key}`)]
}

/** The rule that a field of the list falls under. */
export function fieldRuleOf(rules: PartyFieldRules, field: string): FieldRule | undefined {
  const group = (identifierColumns as readonly string[]).includes(field)
    ? 'identifiers'
    : listFieldGroups[field]
  return group && rules[group]
}

/** Whether the caller may not see what a change of the audit log did to a field. */
export function isWithheldChange(rules: PartyFieldRules, field: string): boolean {
  const withheld = (rule: FieldRule | undefined) => rule === 'hidden' || rule === 'masked'
  if (field === 'contactPoints') return withheld(rules.phones) || withheld(rules.emails)
  if (field === 'addresses') return withheld(rules.addresses)
  if (field === 'notes') return withheld(rules.notes)
  return (identifierColumns as readonly string[]).includes(field) && withheld(rules.identifiers)
}
