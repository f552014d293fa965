import { defineRoute, Id, IdParams, IsoDate, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { OptionalLine } from './field-schemas.ts'
import { PartyKind } from './parties.ts'

/**
 * Kinds of relation, read from the first party to the second: A *works for* B. The other side shows the inverse
 * (`parties.link.<label>.inverse`); relations of equals read the same both ways.
 */
export const linkLabels = [
  'worksFor',
  'managerOf',
  'representativeOf',
  'shareholderOf',
  'branchOf',
  'subsidiaryOf',
  'introducedBy',
  'spouseOf',
  'parentOf',
  'siblingOf',
  'relativeOf',
  'partnerOf',
  'other',
] as const
export const LinkLabel = z.enum(linkLabels)
export type LinkLabel = z.infer<typeof LinkLabel>

/** Relations by which a person or branch belongs to an organisation: their timelines roll up into its file. */
export const belongingLabels: readonly LinkLabel[] = [
  'worksFor',
  'managerOf',
  'representativeOf',
  'shareholderOf',
  'branchOf',
]

export const PartyLink = z.object({
  id: Id,
  label: LinkLabel,
  /** True on the file of the second party: show the inverse label. */
  inverse: z.boolean(),
  other: Ref.extend({ kind: PartyKind, jobTitle: z.string().nullable(), phone: z.string().nullable() }),
  /** What exactly: «مدیر خرید». */
  role: z.string().nullable(),
  primary: z.boolean(),
  since: IsoDate.nullable(),
  until: IsoDate.nullable(),
})
export type PartyLink = z.infer<typeof PartyLink>

const details = {
  role: OptionalLine(120).optional(),
  primary: z.boolean().optional(),
  since: IsoDate.nullable().optional(),
  until: IsoDate.nullable().optional(),
}

export const PartyLinkInput = z.strictObject({
  label: LinkLabel,
  otherId: Id,
  /** The other party is the first one: "B works for this". */
  inverse: z.boolean().default(false),
  ...details,
})
export type PartyLinkInput = z.infer<typeof PartyLinkInput>

export const PartyLinkChange = z.strictObject({ label: LinkLabel.optional(), ...details })
export type PartyLinkChange = z.infer<typeof PartyLinkChange>

const LinkParams = z.object({ id: Id, linkId: Id })
const LinkList = z.object({ items: z.array(PartyLink) })

export const listPartyLinksRoute = defineRoute({
  method: 'GET',
  path: '/parties/:id/links',
  summary: 'Relations of a party, from both sides; parties the caller may not see are left out',
  permission: 'parties.read',
  params: IdParams,
  answer: LinkList,
})

export const createPartyLinkRoute = defineRoute({
  method: 'POST',
  path: '/parties/:id/links',
  summary: 'Relate a party to another',
  permission: 'parties.update',
  params: IdParams,
  body: PartyLinkInput,
  answer: PartyLink,
  status: 201,
  errors: ['parties.linkTwice'],
})

export const updatePartyLinkRoute = defineRoute({
  method: 'PATCH',
  path: '/parties/:id/links/:linkId',
  summary: 'Change a relation or end it by a date',
  permission: 'parties.update',
  params: LinkParams,
  body: PartyLinkChange,
  answer: PartyLink,
  errors: ['parties.linkTwice'],
})

export const deletePartyLinkRoute = defineRoute({
  method: 'DELETE',
  path: '/parties/:id/links/:linkId',
  summary: 'Remove a relation',
  permission: 'parties.update',
  params: LinkParams,
  answer: 'none',
})
