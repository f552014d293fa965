import { defineRoute, FieldRule, Id, IdParams, Locale, Scope } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Email, LinkToken, MoneyUnit, Password, SecondFactorCode, Theme } from './fields.ts'

/** A firm that the signed-in person may work in. */
export const FirmChoice = z.object({ tenantId: z.number().int(), name: z.string() })
export type FirmChoice = z.infer<typeof FirmChoice>

/** Everything a screen needs to know about who works with it. */
export const Session = z.object({
  user: z.object({
    id: Id,
    name: z.string(),
    email: z.string(),
    jobTitle: z.string().nullable(),
    locale: Locale,
    theme: Theme,
    avatarFileId: Id.nullable(),
    teamIds: z.array(Id),
    /** Away today: referrals go to the deputy too. */
    isAbsent: z.boolean(),
    twoFactor: z.boolean(),
  }),
  firm: z.object({
    tenantId: z.number().int(),
    name: z.string(),
    timeZone: z.string(),
    moneyUnit: MoneyUnit,
    locale: Locale,
    logoFileId: Id.nullable(),
    /** Jalali month in which the fiscal year begins. */
    fiscalStartMonth: z.number().int(),
  }),
  firms: z.array(FirmChoice),
  everything: z.boolean(),
  /** Permission (`parties.read`) → how far it reaches. */
  permissions: z.record(z.string(), Scope),
  /** Special rights (`parties.export`). */
  rights: z.array(z.string()),
  /** `parties.phones` → what is withheld. */
  fieldRules: z.record(z.string(), FieldRule),
})
export type Session = z.infer<typeof Session>

export const SignedIn = z.object({ status: z.literal('signedIn'), operationId: Id.nullable().default(null) })
export type SignedIn = z.input<typeof SignedIn>

export const SignInAnswer = z.discriminatedUnion('status', [
  SignedIn,
  /** The password was right; a code must follow within five minutes. */
  z.object({ status: z.literal('secondFactor'), challenge: z.string() }),
])
export type SignInAnswer = z.input<typeof SignInAnswer>

const signInErrors = ['signIn.wrong', 'signIn.locked', 'signIn.noFirm'] as const
const passwordErrors = ['password.tooShort', 'password.tooCommon', 'password.likeEmail'] as const

export const SignIn = z.object({ email: Email, password: Password, remember: z.boolean().default(true) })
export type SignIn = z.output<typeof SignIn>

export const signInRoute = defineRoute({
  method: 'POST',
  path: '/session',
  summary: 'Sign in by e-mail and password',
  permission: 'public',
  body: SignIn,
  answer: SignInAnswer,
  errors: signInErrors,
  ratePerMinute: 30,
})

export const SecondFactor = z.object({ challenge: z.string().max(500), code: SecondFactorCode })
export type SecondFactor = z.output<typeof SecondFactor>

export const secondFactorRoute = defineRoute({
  method: 'POST',
  path: '/session/second-factor',
  summary: 'Complete a sign-in by a code of the authenticator app or a backup code',
  permission: 'public',
  body: SecondFactor,
  answer: SignedIn,
  errors: [...signInErrors, 'signIn.wrongCode', 'signIn.challengeExpired'],
  ratePerMinute: 30,
})

export const signOutRoute = defineRoute({
  method: 'DELETE',
  path: '/session',
  summary: 'Sign out here',
  permission: 'public',
  answer: 'none',
})

export const getSessionRoute = defineRoute({
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in, in which firm, with which rights',
  permission: 'signedIn',
  answer: Session,
})

export const switchFirmRoute = defineRoute({
  method: 'PUT',
  path: '/session/firm',
  summary: 'Work in another firm of mine',
  permission: 'signedIn',
  body: z.object({ tenantId: z.number().int() }),
  answer: Session,
  errors: ['session.needed', 'signIn.noFirm'],
})

export const DeviceSession = z.object({
  id: Id,
  createdAt: z.string(),
  lastSeenAt: z.string(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  firm: z.string().nullable(),
  isCurrent: z.boolean(),
})
export type DeviceSession = z.infer<typeof DeviceSession>

export const listSessionsRoute = defineRoute({
  method: 'GET',
  path: '/session/devices',
  summary: 'Where I am signed in',
  permission: 'signedIn',
  answer: z.object({ items: z.array(DeviceSession) }),
  errors: ['session.needed'],
})

export const revokeSessionRoute = defineRoute({
  method: 'DELETE',
  path: '/session/devices/:id',
  summary: 'End one of my sessions',
  permission: 'signedIn',
  params: IdParams,
  answer: 'none',
  errors: ['session.needed'],
})

export const revokeOtherSessionsRoute = defineRoute({
  method: 'DELETE',
  path: '/session/devices',
  summary: 'End all my other sessions',
  permission: 'signedIn',
  answer: z.object({ ended: z.number().int() }),
  errors: ['session.needed'],
})

export const changePasswordRoute = defineRoute({
  method: 'POST',
  path: '/session/password',
  summary: 'Change my password; my other sessions end',
  permission: 'signedIn',
  body: z.object({ currentPassword: Password, newPassword: Password }),
  answer: 'none',
  errors: ['session.needed', 'signIn.wrongPassword', 'signIn.locked', ...passwordErrors],
  ratePerMinute: 10,
})

export const forgotPasswordRoute = defineRoute({
  method: 'POST',
  path: '/password-resets',
  summary:
    'Ask for a link to set a new password, by mail or of the administrator; answers alike whether the e-mail is known',
  permission: 'public',
  body: z.object({ email: Email }),
  answer: 'none',
  ratePerMinute: 5,
})

export const checkResetRoute = defineRoute({
  method: 'POST',
  path: '/password-resets/check',
  summary: 'Whom a link for a new password is for',
  permission: 'public',
  body: z.object({ token: LinkToken }),
  answer: z.object({ email: z.string() }),
  errors: ['link.invalid'],
  ratePerMinute: 20,
})

export const resetPasswordRoute = defineRoute({
  method: 'POST',
  path: '/password-resets/use',
  summary: 'Set a new password by a link; every session of that person ends',
  permission: 'public',
  body: z.object({ token: LinkToken, password: Password }),
  answer: 'none',
  errors: ['link.invalid', ...passwordErrors],
  ratePerMinute: 10,
})

export const checkInvitationRoute = defineRoute({
  method: 'POST',
  path: '/invitations/check',
  summary: 'Whom an invitation is for and to which firm',
  permission: 'public',
  body: z.object({ token: LinkToken }),
  answer: z.object({
    email: z.string(),
    name: z.string(),
    firm: z.string(),
    /** The e-mail signs in already (in another firm): its present password is asked instead of a new one. */
    hasPassword: z.boolean(),
  }),
  errors: ['link.invalid'],
  ratePerMinute: 20,
})

export const acceptInvitationRoute = defineRoute({
  method: 'POST',
  path: '/invitations/accept',
  summary: 'Join a firm: set a password, or prove the one that the e-mail has already; then signed in',
  permission: 'public',
  body: z.object({
    token: LinkToken,
    password: Password,
    name: z.string().trim().min(1).max(120).optional(),
    code: SecondFactorCode.optional(),
  }),
  answer: SignedIn,
  errors: ['link.invalid', ...signInErrors, 'signIn.codeNeeded', 'signIn.wrongCode', ...passwordErrors],
  ratePerMinute: 10,
})

export const startTwoFactorRoute = defineRoute({
  method: 'POST',
  path: '/session/two-factor',
  summary: 'Begin with sign-in in two steps: the secret for the authenticator app',
  permission: 'signedIn',
  body: z.object({ password: Password }),
  answer: z.object({
    secret: z.string(),
    /** `otpauth://…`, to be shown as a QR code. */
    uri: z.string(),
  }),
  errors: ['session.needed', 'signIn.wrongPassword', 'signIn.locked', 'twoFactor.alreadyOn'],
  ratePerMinute: 10,
})

const BackupCodes = z.object({ backupCodes: z.array(z.string()) })

export const confirmTwoFactorRoute = defineRoute({
  method: 'POST',
  path: '/session/two-factor/confirm',
  summary: 'Prove the authenticator app by a code; answers the backup codes, shown this once',
  permission: 'signedIn',
  body: z.object({ code: SecondFactorCode }),
  answer: BackupCodes,
  errors: ['session.needed', 'signIn.wrongCode', 'signIn.locked', 'twoFactor.notStarted'],
  ratePerMinute: 10,
})

export const renewBackupCodesRoute = defineRoute({
  method: 'POST',
  path: '/session/two-factor/backup-codes',
  summary: 'New backup codes; the old ones no longer work',
  permission: 'signedIn',
  body: z.object({ password: Password }),
  answer: BackupCodes,
  errors: ['session.needed', 'signIn.wrongPassword', 'signIn.locked', 'twoFactor.off'],
  ratePerMinute: 10,
})

export const stopTwoFactorRoute = defineRoute({
  method: 'POST',
  path: '/session/two-factor/stop',
  summary: 'Sign in by password alone again',
  permission: 'signedIn',
  body: z.object({ password: Password }),
  answer: 'none',
  errors: ['session.needed', 'signIn.wrongPassword', 'signIn.locked', 'twoFactor.off'],
  ratePerMinute: 10,
})
