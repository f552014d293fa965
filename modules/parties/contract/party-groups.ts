import { Color } from '@peyvand/customization/contract'
import { defineRoute, Id, IdParams, IsoDate, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { OptionalLine } from './field-schemas.ts'
import { PartyLayout } from './party-layout.ts'

/** The groups every firm starts with, in the order of the menu. They may be renamed, never deleted. */
export const readyGroupKeys = [
  'leads',
  'customers',
  'persons',
  'marketers',
  'partners',
  'competitors',
  'employees',
  'applicants',
  'miscellaneous',
] as const
export type ReadyGroupKey = (typeof readyGroupKeys)[number]

/** Stable name of a group in filters and addresses: `customers`. */
export const GroupKey = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)

/** A step that members of a group go through, such as «واجد شرایط» for leads. */
export const GroupState = z.object({
  key: GroupKey,
  labelFa: z.string().trim().min(1).max(60),
  labelEn: z.string().trim().min(1).max(60),
  color: Color,
})
export type GroupState = z.infer<typeof GroupState>

/** Fixed text around `{n}` or `{n:5}` (padded): `C-{n:5}` gives C-00042. */
const NumberPattern = z
  .string()
  .trim()
  .max(40)
  .regex(/^[^{}]*\{n(:[1-9])?\}[^{}]*$/)

export const PartyGroup = z.object({
  id: Id,
  key: GroupKey,
  nameFa: z.string(),
  nameEn: z.string(),
  /** Name of a lucide icon. */
  icon: z.string(),
  color: Color,
  numberPattern: z.string().nullable(),
  states: z.array(GroupState),
  /** Null for the usual fields. */
  layout: PartyLayout.nullable(),
  position: z.number().int(),
  /** One of the nine ready groups. */
  ready: z.boolean(),
  archivedAt: z.string().nullable(),
  version: z.number().int(),
  /** Present members that the caller may see, when asked for by `counts=true`; stops at 10,000. */
  members: z.number().int().optional(),
})
export type PartyGroup = z.infer<typeof PartyGroup>

const States = z
  .array(GroupState)
  .max(30)
  .refine((states) => new Set(states.map(({ key }) => key)).size === states.length, {
    message: 'parties.stateTwice',
    params: { code: 'parties.stateTwice' },
  })

export const PartyGroupInput = z.strictObject({
  nameFa: z.string().trim().min(1).max(80),
  /** The Persian name stands in where it is left out. */
  nameEn: z.string().trim().min(1).max(80).optional(),
  icon: z.string().max(40).default('users'),
  color: Color.default('gray'),
  numberPattern: NumberPattern.nullable().default(null),
  states: States.default([]),
})
export type PartyGroupInput = z.infer<typeof PartyGroupInput>

export const PartyGroupChange = z.strictObject({
  version: z.number().int(),
  nameFa: z.string().trim().min(1).max(80).optional(),
  nameEn: z.string().trim().min(1).max(80).optional(),
  icon: z.string().max(40).optional(),
  color: Color.optional(),
  numberPattern: NumberPattern.nullable().optional(),
  states: States.optional(),
  layout: PartyLayout.nullable().optional(),
  archived: z.boolean().optional(),
})
export type PartyGroupChange = z.infer<typeof PartyGroupChange>

/** A party's place in one group. `until` is set once it has left; the row stays as history. */
export const Membership = z.object({
  groupId: Id,
  key: GroupKey,
  nameFa: z.string(),
  nameEn: z.string(),
  icon: z.string(),
  color: Color,
  state: GroupKey.nullable(),
  since: IsoDate,
  until: IsoDate.nullable(),
  /** Number within the group, by its series. */
  number: z.string().nullable(),
  owner: Ref.nullable(),
})
export type Membership = z.infer<typeof Membership>

export const MembershipInput = z.strictObject({
  state: GroupKey.nullable().optional(),
  since: IsoDate.optional(),
  number: OptionalLine(40).optional(),
  ownerId: Id.nullable().optional(),
})
export type MembershipInput = z.infer<typeof MembershipInput>

export const listPartyGroupsRoute = defineRoute({
  method: 'GET',
  path: '/party-groups',
  summary: 'The groups of parties in the order of the menu, archived ones included',
  permission: 'parties.read',
  query: z.object({ counts: z.stringbool().default(false) }),
  answer: z.object({ items: z.array(PartyGroup) }),
})

export const createPartyGroupRoute = defineRoute({
  method: 'POST',
  path: '/party-groups',
  summary: 'Make a group with a name, icon, number series and states of its own',
  permission: 'parties.manageGroups',
  body: PartyGroupInput,
  answer: PartyGroup,
  status: 201,
  errors: ['parties.groupNameTaken'],
})

export const updatePartyGroupRoute = defineRoute({
  method: 'PATCH',
  path: '/party-groups/:id',
  summary: 'Rename, restyle, archive or bring back a group; change its states, number series and layout',
  permission: 'parties.manageGroups',
  params: IdParams,
  body: PartyGroupChange,
  answer: PartyGroup,
  errors: ['parties.groupNameTaken', 'parties.stateInUse'],
})

export const orderPartyGroupsRoute = defineRoute({
  method: 'PUT',
  path: '/party-groups/order',
  summary: 'Put the groups in an order',
  permission: 'parties.manageGroups',
  body: z.object({ ids: z.array(Id).min(1).max(500) }),
  answer: z.object({ items: z.array(PartyGroup) }),
  errors: ['parties.orderIncomplete'],
})
