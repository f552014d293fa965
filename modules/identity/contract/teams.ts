import { defineRoute, Id, IdParams } from '@peyvand/platform/contract'
import { z } from 'zod'
import { NameText } from './fields.ts'

export const Team = z.object({
  id: Id,
  name: z.string(),
  parentId: Id.nullable(),
  members: z.array(z.object({ userId: Id, name: z.string(), isLeader: z.boolean() })),
  version: z.number().int(),
})
export type Team = z.infer<typeof Team>

export const CreateTeam = z.object({ name: NameText, parentId: Id.nullable().default(null) })
export type CreateTeam = z.output<typeof CreateTeam>

export const UpdateTeam = z
  .object({ version: z.number().int(), name: NameText, parentId: Id.nullable() })
  .partial()
  .required({ version: true })
export type UpdateTeam = z.output<typeof UpdateTeam>

export const TeamMembers = z.object({
  members: z.array(z.object({ userId: Id, isLeader: z.boolean().default(false) })).max(1000),
})
export type TeamMembers = z.output<typeof TeamMembers>

export const listTeamsRoute = defineRoute({
  method: 'GET',
  path: '/teams',
  summary: 'The tree of teams with their members, as a flat list',
  permission: 'signedIn',
  answer: z.object({ items: z.array(Team) }),
})

export const createTeamRoute = defineRoute({
  method: 'POST',
  path: '/teams',
  summary: 'Make a team below another or at the top',
  permission: 'teams.manage',
  body: CreateTeam,
  answer: Team,
  status: 201,
  errors: ['teams.nameTaken'],
})

export const updateTeamRoute = defineRoute({
  method: 'PATCH',
  path: '/teams/:id',
  summary: 'Rename a team or move it with all below it',
  permission: 'teams.manage',
  params: IdParams,
  body: UpdateTeam,
  answer: Team,
  errors: ['teams.nameTaken', 'teams.cycle'],
})

export const setTeamMembersRoute = defineRoute({
  method: 'PUT',
  path: '/teams/:id/members',
  summary: 'Who belongs to a team and who leads it',
  permission: 'teams.manage',
  params: IdParams,
  body: TeamMembers,
  answer: Team,
})

export const deleteTeamRoute = defineRoute({
  method: 'DELETE',
  path: '/teams/:id',
  summary: 'Remove a team that has no teams below it',
  permission: 'teams.manage',
  params: IdParams,
  answer: 'none',
  errors: ['teams.notEmpty'],
})
