import { defineRoute, Id, IdParams, ListQuery, Locale, listAnswer, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Email, NameText, OptionalText } from './fields.ts'

/** Invited: not joined yet. Inactive: cannot sign in; what they did stays. */
export const UserState = z.enum(['invited', 'active', 'inactive'])
export type UserState = z.infer<typeof UserState>

export const User = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  mobile: z.string().nullable(),
  jobTitle: z.string().nullable(),
  locale: Locale,
  avatarFileId: Id.nullable(),
  state: UserState,
  roles: z.array(z.object({ id: Id, nameFa: z.string(), nameEn: z.string() })),
  teams: z.array(z.object({ id: Id, name: z.string(), isLeader: z.boolean() })),
  twoFactor: z.boolean(),
  lastSignInAt: z.string().nullable(),
  /** The user has forgotten the password and waits for a link. */
  resetRequestedAt: z.string().nullable(),
  createdAt: z.string(),
  version: z.number().int(),
  can: z.object({
    update: z.boolean(),
    deactivate: z.boolean(),
    reactivate: z.boolean(),
    invite: z.boolean(),
    resetPassword: z.boolean(),
  }),
})
export type User = z.infer<typeof User>

/** A user as the fields for choosing one show them. */
export const Colleague = z.object({
  id: Id,
  name: z.string(),
  jobTitle: z.string().nullable(),
  avatarFileId: Id.nullable(),
  teamIds: z.array(Id),
  isActive: z.boolean(),
  isAbsent: z.boolean(),
  deputy: Ref.nullable(),
})
export type Colleague = z.infer<typeof Colleague>

/** A link to hand over; it is shown this once. */
export const OneTimeLink = z.object({ url: z.string(), expiresAt: z.string() })
export type OneTimeLink = z.infer<typeof OneTimeLink>

const Memberships = {
  roleIds: z.array(Id).min(1).max(20),
  teamIds: z.array(Id).max(50),
}

export const InviteUser = z.object({
  name: NameText,
  email: Email,
  mobile: OptionalText(40).default(null),
  jobTitle: OptionalText(120).default(null),
  locale: Locale.optional(),
  roleIds: Memberships.roleIds,
  teamIds: Memberships.teamIds.default([]),
})
export type InviteUser = z.output<typeof InviteUser>

export const UpdateUser = z
  .object({
    version: z.number().int(),
    name: NameText,
    email: Email,
    mobile: OptionalText(40),
    jobTitle: OptionalText(120),
    locale: Locale,
    ...Memberships,
  })
  .partial()
  .required({ version: true })
export type UpdateUser = z.output<typeof UpdateUser>

const accessErrors = ['users.above', 'users.lastAdministrator', 'roles.exceeds'] as const

export const listUsersRoute = defineRoute({
  method: 'GET',
  path: '/users',
  summary: 'Users of the firm',
  permission: 'users.manage',
  query: ListQuery,
  answer: listAnswer(User),
})

export const listColleaguesRoute = defineRoute({
  method: 'GET',
  path: '/colleagues',
  summary: 'Names of the users of the firm, for choosing one; inactive ones only with `all`',
  permission: 'signedIn',
  query: z.object({ all: z.stringbool().default(false) }),
  answer: z.object({ items: z.array(Colleague) }),
})

export const getUserRoute = defineRoute({
  method: 'GET',
  path: '/users/:id',
  summary: 'One user',
  permission: 'users.manage',
  params: IdParams,
  answer: User,
})

export const inviteUserRoute = defineRoute({
  method: 'POST',
  path: '/users',
  summary: 'Invite a user; answers the link to hand over',
  permission: 'users.manage',
  body: InviteUser,
  answer: z.object({ user: User, invitation: OneTimeLink }),
  status: 201,
  errors: ['users.emailTaken', ...accessErrors],
})

export const renewInvitationRoute = defineRoute({
  method: 'POST',
  path: '/users/:id/invitation',
  summary: 'A new link for a user who has not joined yet; the old one no longer works',
  permission: 'users.manage',
  params: IdParams,
  answer: OneTimeLink,
  errors: ['users.notInvited', 'users.above'],
})

export const updateUserRoute = defineRoute({
  method: 'PATCH',
  path: '/users/:id',
  summary: 'Change a user, their roles and teams',
  permission: 'users.manage',
  params: IdParams,
  body: UpdateUser,
  answer: User,
  errors: ['users.emailTaken', 'users.sharedLogin', ...accessErrors],
})

export const deactivateUserRoute = defineRoute({
  method: 'POST',
  path: '/users/:id/deactivate',
  summary: 'End the access of a user; their sessions end at once',
  permission: 'users.manage',
  params: IdParams,
  answer: User,
  errors: accessErrors,
})

export const reactivateUserRoute = defineRoute({
  method: 'POST',
  path: '/users/:id/reactivate',
  summary: 'Give a deactivated user access again',
  permission: 'users.manage',
  params: IdParams,
  answer: User,
  errors: accessErrors,
})

export const makeResetLinkRoute = defineRoute({
  method: 'POST',
  path: '/users/:id/password-reset',
  summary: 'A link by which the user sets a new password',
  permission: 'users.manage',
  params: IdParams,
  answer: OneTimeLink,
  errors: ['users.notActive', 'users.sharedLogin', 'users.above'],
})

export const stopUserTwoFactorRoute = defineRoute({
  method: 'POST',
  path: '/users/:id/two-factor/stop',
  summary: 'Take the second step off the sign-in of a user who lost the device',
  permission: 'users.manage',
  params: IdParams,
  answer: User,
  errors: ['users.notActive', 'users.sharedLogin', 'users.above', 'twoFactor.off'],
})
