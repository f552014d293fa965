import {
  defineRoute,
  Id,
  IdParams,
  ListDescription,
  ListQuery,
  ListSummary,
  listAnswer,
  Ref,
  SummaryQuery,
} from '@peyvand/platform/contract'
import { z } from 'zod'
import { BinRow, CreateParty, Party, PartyRow, UpdateParty } from './parties.ts'
import { GroupKey, MembershipInput } from './party-groups.ts'

const inputErrors = [
  'parties.duplicate',
  'parties.identifierTaken',
  'customFields.valueTaken',
  'parties.numberTaken',
  'parties.groupNotFound',
] as const

export const listPartiesRoute = defineRoute({
  method: 'GET',
  path: '/parties',
  summary: 'Parties by filter, search and order; a group by the filter on `groups`',
  permission: 'parties.read',
  query: ListQuery,
  answer: listAnswer(PartyRow),
})

export const summarizePartiesRoute = defineRoute({
  method: 'GET',
  path: '/parties/summary',
  summary: "Counts and values over everything that a filter of the parties' list matches, whole and by group",
  permission: 'parties.read',
  query: SummaryQuery,
  answer: ListSummary,
})

export const listPartyFieldsRoute = defineRoute({
  method: 'GET',
  path: '/parties/fields',
  summary: "Fields of the parties' list for filters and columns, the firm's own included",
  permission: 'parties.read',
  answer: ListDescription.extend({
    defaultSort: z.string(),
    defaultColumns: z.array(z.string()),
  }),
})

export const listPartyNamesRoute = defineRoute({
  method: 'GET',
  path: '/parties/names',
  summary:
    'Names of parties by id, such as those that a saved filter names; records out of sight are missing',
  permission: 'parties.read',
  query: z.object({
    /** Ids with commas between, 100 at most. */
    ids: z
      .string()
      .max(4000)
      .transform((text) => text.split(','))
      .pipe(z.array(Id).max(100)),
  }),
  answer: z.object({ items: z.array(Ref) }),
})

export const createPartyRoute = defineRoute({
  method: 'POST',
  path: '/parties',
  summary: 'Create a party and put it into groups',
  permission: 'parties.create',
  body: CreateParty,
  answer: Party,
  status: 201,
  errors: inputErrors,
})

export const getPartyRoute = defineRoute({
  method: 'GET',
  path: '/parties/:id',
  summary: 'One party with groups, contact points, addresses and tags',
  permission: 'parties.read',
  params: IdParams,
  answer: Party,
})

export const updatePartyRoute = defineRoute({
  method: 'PATCH',
  path: '/parties/:id',
  summary: 'Change fields of a party',
  permission: 'parties.update',
  params: IdParams,
  body: UpdateParty,
  answer: Party,
  errors: inputErrors,
})

export const deletePartyRoute = defineRoute({
  method: 'DELETE',
  path: '/parties/:id',
  summary: 'Put a party into the recycle bin',
  permission: 'parties.delete',
  params: IdParams,
  answer: 'none',
})

export const listBinRoute = defineRoute({
  method: 'GET',
  path: '/parties/bin',
  summary: 'The recycle bin of parties',
  permission: 'parties.delete',
  query: ListQuery,
  answer: listAnswer(BinRow),
})

export const restorePartyRoute = defineRoute({
  method: 'POST',
  path: '/parties/:id/restore',
  summary: 'Take a party out of the recycle bin',
  permission: 'parties.delete',
  params: IdParams,
  answer: Party,
  errors: ['parties.mergedAway', 'parties.identifierTaken', 'customFields.valueTaken', 'parties.numberTaken'],
})

export const purgePartyRoute = defineRoute({
  method: 'POST',
  path: '/parties/:id/purge',
  summary: 'Delete a party of the recycle bin for ever, with its timeline',
  permission: 'parties.purge',
  params: IdParams,
  answer: 'none',
  errors: ['parties.notInBin', 'parties.inUse'],
})

const GroupParams = IdParams.extend({ group: GroupKey })

export const joinGroupRoute = defineRoute({
  method: 'PUT',
  path: '/parties/:id/groups/:group',
  summary: 'Put a party into a group, or change its state there',
  permission: 'parties.update',
  params: GroupParams,
  body: MembershipInput,
  answer: Party,
  errors: ['parties.groupNotFound', 'parties.stateUnknown', 'parties.numberTaken'],
})

export const leaveGroupRoute = defineRoute({
  method: 'DELETE',
  path: '/parties/:id/groups/:group',
  summary: 'Take a party out of a group; the time it spent there is kept',
  permission: 'parties.update',
  params: GroupParams,
  answer: 'none',
  errors: ['parties.groupNotFound'],
})

export const convertPartyRoute = defineRoute({
  method: 'POST',
  path: '/parties/:id/convert',
  summary: 'Move a party on from one group to another, such as a lead to the customers; everything stays',
  permission: 'parties.update',
  params: IdParams,
  body: z.strictObject({ from: GroupKey, to: GroupKey, state: GroupKey.nullable().default(null) }),
  answer: Party,
  errors: ['parties.groupNotFound', 'parties.stateUnknown', 'parties.notMember'],
})
