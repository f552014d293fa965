import { TagRef } from '@peyvand/customization/contract'
import { parseEconomicCode, parseLegalNationalId, parseNationalId } from '@peyvand/persian'
import { CustomValues, Id, IsoDate, issue, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Address, AddressInput } from './addresses.ts'
import { ContactPoint, ContactPointInput } from './contact-points.ts'
import { Identifier, OptionalBody, OptionalCode, OptionalLine } from './field-schemas.ts'
import { GroupKey, Membership } from './party-groups.ts'

export const PartyKind = z.enum(['person', 'organization'])
export type PartyKind = z.infer<typeof PartyKind>

export const Gender = z.enum(['female', 'male'])

/** How a record came in; `sourceId` is then the import, form, call or channel message. */
export const SourceKind = z.enum(['manual', 'import', 'form', 'api', 'channel'])
export type SourceKind = z.infer<typeof SourceKind>

/** Fields of a party that forms, imports and bulk changes write. Null clears a field. */
const writable = {
  /** Code or file number, unique in the firm. */
  number: OptionalCode(40),
  /** As on letters: «جناب آقای», «سرکار خانم دکتر». */
  honorific: OptionalLine(60),
  firstName: OptionalLine(80),
  lastName: OptionalLine(120),
  firstNameLatin: OptionalLine(80),
  lastNameLatin: OptionalLine(120),
  /** Latin name of an organisation. */
  nameLatin: OptionalLine(200),
  /** Trade name of an organisation. */
  brandName: OptionalLine(120),
  gender: Gender.nullable(),
  /** Of an organisation: the day it was founded. */
  birthDate: IsoDate.nullable(),
  nationalId: Identifier('parties.nationalId', parseNationalId),
  /** شناسهٔ ملی of an organisation. */
  legalNationalId: Identifier('parties.legalNationalId', parseLegalNationalId),
  economicCode: Identifier('parties.economicCode', parseEconomicCode),
  registrationNumber: OptionalCode(30),
  /** Passport or کد فراگیر of a foreigner. */
  foreignId: OptionalCode(30),
  fatherName: OptionalLine(80),
  birthCertificateNo: OptionalCode(20),
  jobTitle: OptionalLine(120),
  /** Values of the lists `industries`, `sources` and `customerLevels`. */
  industryId: Id.nullable(),
  leadSourceId: Id.nullable(),
  levelId: Id.nullable(),
  introducerId: Id.nullable(),
  marketerId: Id.nullable(),
  ownerId: Id.nullable(),
  teamId: Id.nullable(),
  nextContactOn: IsoDate.nullable(),
  doNotContact: z.boolean(),
  notes: OptionalBody(20_000),
  photoFileId: Id.nullable(),
}

const Fields = z.strictObject(writable).partial()

const lists = {
  contactPoints: z.array(ContactPointInput).max(50).optional(),
  addresses: z.array(AddressInput).max(20).optional(),
  tagIds: z.array(Id).max(100).optional(),
  custom: CustomValues.optional(),
}

const acceptDuplicates = z.boolean().default(false)

/** Organisations have a `name`; persons `firstName` and `lastName`, or a `name` that is taken as the last name. */
export const CreateParty = Fields.extend({
  kind: PartyKind,
  name: OptionalLine(200).optional(),
  /** Keys of groups to join, such as `customers`. */
  groups: z.array(GroupKey).max(30).default([]),
  ...lists,
  /** Saves although a record with the same mobile or e-mail exists. */
  acceptDuplicates,
}).superRefine((party, ctx) => {
  const named = party.name ?? (party.kind === 'person' ? (party.lastName ?? party.firstName) : null)
  if (!named) ctx.addIssue(issue('required', [party.kind === 'person' ? 'lastName' : 'name']))
})
export type CreateParty = z.infer<typeof CreateParty>
export type CreatePartyInput = z.input<typeof CreateParty>

/** Only what is named changes; a list given replaces the stored one. Groups change by routes of their own. */
export const UpdateParty = Fields.extend({
  version: z.number().int(),
  name: OptionalLine(200).optional(),
  ...lists,
  acceptDuplicates,
})
export type UpdateParty = z.infer<typeof UpdateParty>

const Can = z.object({
  update: z.boolean(),
  delete: z.boolean(),
  restore: z.boolean(),
  purge: z.boolean(),
})

/** The whole record. Fields that the caller's role may not see are null or empty and named in `hiddenFields`. */
export const Party = z.object({
  id: Id,
  kind: PartyKind,
  number: z.string().nullable(),
  name: z.string(),
  honorific: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  firstNameLatin: z.string().nullable(),
  lastNameLatin: z.string().nullable(),
  nameLatin: z.string().nullable(),
  brandName: z.string().nullable(),
  gender: Gender.nullable(),
  birthDate: IsoDate.nullable(),
  nationalId: z.string().nullable(),
  legalNationalId: z.string().nullable(),
  economicCode: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  foreignId: z.string().nullable(),
  fatherName: z.string().nullable(),
  birthCertificateNo: z.string().nullable(),
  jobTitle: z.string().nullable(),
  industry: Ref.nullable(),
  leadSource: Ref.nullable(),
  level: Ref.nullable(),
  introducer: Ref.nullable(),
  marketer: Ref.nullable(),
  owner: Ref.nullable(),
  team: Ref.nullable(),
  nextContactOn: IsoDate.nullable(),
  lastContactAt: z.string().nullable(),
  doNotContact: z.boolean(),
  notes: z.string().nullable(),
  photoFileId: Id.nullable(),
  groups: z.array(Membership),
  contactPoints: z.array(ContactPoint),
  addresses: z.array(Address),
  tags: z.array(TagRef),
  /** The organisation a person chiefly works for. */
  worksFor: Ref.nullable(),
  links: z.number().int(),
  custom: CustomValues,
  sourceKind: SourceKind,
  sourceId: Id.nullable(),
  starred: z.boolean(),
  version: z.number().int(),
  createdAt: z.string(),
  createdBy: Ref.nullable(),
  updatedAt: z.string(),
  updatedBy: Ref.nullable(),
  deletedAt: z.string().nullable(),
  /** The record asked for was merged into this one, whose id this is; null for all others. */
  mergedInto: Id.nullable(),
  /** Groups of fields withheld (`phones`, `emails`, …) with the rule that does it. */
  fieldRules: z.record(z.string(), z.enum(['hidden', 'masked', 'readOnly'])),
  can: Can,
})
export type Party = z.infer<typeof Party>

/** A party as lists show it. */
export const PartyRow = z.object({
  id: Id,
  kind: PartyKind,
  number: z.string().nullable(),
  name: z.string(),
  honorific: z.string().nullable(),
  jobTitle: z.string().nullable(),
  brandName: z.string().nullable(),
  gender: Gender.nullable(),
  birthDate: IsoDate.nullable(),
  nationalId: z.string().nullable(),
  legalNationalId: z.string().nullable(),
  economicCode: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  photoFileId: Id.nullable(),
  groups: z.array(z.object({ key: GroupKey, state: GroupKey.nullable(), number: z.string().nullable() })),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  province: z.string().nullable(),
  county: z.string().nullable(),
  city: z.string().nullable(),
  worksFor: Ref.nullable(),
  industry: Ref.nullable(),
  leadSource: Ref.nullable(),
  level: Ref.nullable(),
  introducer: Ref.nullable(),
  marketer: Ref.nullable(),
  owner: Ref.nullable(),
  team: Ref.nullable(),
  tags: z.array(TagRef),
  nextContactOn: IsoDate.nullable(),
  lastContactAt: z.string().nullable(),
  doNotContact: z.boolean(),
  sourceKind: SourceKind,
  custom: CustomValues,
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
  can: Can,
})
export type PartyRow = z.infer<typeof PartyRow>

/** A row of the recycle bin. */
export const BinRow = PartyRow.extend({
  /** It was merged into another record; only the undo of the merge brings it back. */
  isMerged: z.boolean(),
})
export type BinRow = z.infer<typeof BinRow>
