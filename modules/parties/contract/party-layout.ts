import { z } from 'zod'

/** Built-in fields that the short form of a new party can have besides names, ways of contact and groups. */
export const quickFieldNames = [
  'worksFor',
  'jobTitle',
  'honorific',
  'brandName',
  'industry',
  'owner',
  'team',
  'leadSource',
  'level',
  'introducer',
  'marketer',
  'nextContactOn',
  'birthDate',
  'number',
  'nationalId',
  'legalNationalId',
  'economicCode',
  'registrationNumber',
  'tags',
] as const
export type QuickFieldName = (typeof quickFieldNames)[number]

/** Built-in fields that can stand at hand in the party's file. */
export const cardFieldNames = [
  'owner',
  'team',
  'level',
  'nextContactOn',
  'lastContactAt',
  'worksFor',
  'jobTitle',
  'industry',
  'leadSource',
  'introducer',
  'marketer',
  'number',
  'nationalId',
  'legalNationalId',
  'economicCode',
  'registrationNumber',
  'birthDate',
  'brandName',
  'gender',
] as const
export type CardFieldName = (typeof cardFieldNames)[number]

const own = z.string().regex(/^custom\.[a-z][A-Za-z0-9]{0,39}$/)
const once = (names: readonly string[]) => new Set(names).size === names.length
const twice = { message: 'option', params: { code: 'option' } }

/** Which fields the short form and the card of the file show, in order; own ones as `custom.<key>`. */
export const PartyLayout = z.strictObject({
  quick: z
    .array(z.union([z.enum(quickFieldNames), own]))
    .max(40)
    .refine(once, twice),
  card: z
    .array(z.union([z.enum(cardFieldNames), own]))
    .max(40)
    .refine(once, twice),
})
export type PartyLayout = z.infer<typeof PartyLayout>

/** What groups without a layout of their own show. */
export const usualLayout: PartyLayout = {
  quick: ['worksFor', 'jobTitle', 'owner', 'leadSource', 'level'],
  card: [
    'owner',
    'team',
    'level',
    'nextContactOn',
    'lastContactAt',
    'worksFor',
    'jobTitle',
    'industry',
    'leadSource',
    'introducer',
    'marketer',
  ],
}

/** Fields that only persons, or only organisations, have. */
const onlyFor: Partial<Record<string, 'person' | 'organization'>> = {
  worksFor: 'person',
  jobTitle: 'person',
  honorific: 'person',
  gender: 'person',
  nationalId: 'person',
  legalNationalId: 'organization',
  registrationNumber: 'organization',
  brandName: 'organization',
}

interface Member {
  key: string
  layout: PartyLayout | null
}

/**
 * The fields for a party of a kind in some groups, in the order of the groups: what any of their layouts has. Groups
 * without one, and parties in no group, have the usual fields.
 */
export function layoutFor(
  groups: readonly Member[],
  { kind, keys }: { kind: 'person' | 'organization'; keys: readonly string[] },
): PartyLayout {
  const own = groups.flatMap(({ key, layout }) => (layout && keys.includes(key) ? [layout] : []))
  const layouts = own.length > 0 ? own : [usualLayout]
  const fieldsOf = (part: keyof PartyLayout) =>
    [...new Set(layouts.flatMap((layout) => layout[part]))].filter((name) => (onlyFor[name] ?? kind) === kind)
  return { quick: fieldsOf('quick'), card: fieldsOf('card') } as PartyLayout
}
