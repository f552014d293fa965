import { defineRoute, Id, IsoDate, issue, Locale, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'
import { MoneyUnit, NameText, OptionalText, Theme, TimeZone } from './fields.ts'

export const Profile = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  mobile: z.string().nullable(),
  jobTitle: z.string().nullable(),
  locale: Locale,
  theme: Theme,
  /** Put below letters and messages that the user writes. */
  signature: z.string().nullable(),
  avatarFileId: Id.nullable(),
  absentFrom: IsoDate.nullable(),
  absentUntil: IsoDate.nullable(),
  deputy: Ref.nullable(),
  twoFactor: z.boolean(),
  /** Unused backup codes, of ten. */
  backupCodesLeft: z.number().int(),
  version: z.number().int(),
})
export type Profile = z.infer<typeof Profile>

export const UpdateProfile = z
  .object({
    version: z.number().int(),
    name: NameText,
    mobile: OptionalText(40),
    jobTitle: OptionalText(120),
    locale: Locale,
    theme: Theme,
    signature: OptionalText(4000),
    avatarFileId: Id.nullable(),
    absentFrom: IsoDate.nullable(),
    absentUntil: IsoDate.nullable(),
    deputyId: Id.nullable(),
  })
  .partial()
  .required({ version: true })
  .superRefine(({ absentFrom, absentUntil }, ctx) => {
    if (absentFrom && absentUntil && absentUntil < absentFrom)
      ctx.addIssue(issue('endBeforeStart', ['absentUntil']))
  })
export type UpdateProfile = z.output<typeof UpdateProfile>

export const getProfileRoute = defineRoute({
  method: 'GET',
  path: '/profile',
  summary: 'My own profile',
  permission: 'signedIn',
  answer: Profile,
})

export const updateProfileRoute = defineRoute({
  method: 'PATCH',
  path: '/profile',
  summary: 'Change my profile: language, theme, signature, absence and deputy',
  permission: 'signedIn',
  body: UpdateProfile,
  answer: Profile,
})

export const FirmSettings = z.object({
  name: z.string(),
  timeZone: z.string(),
  moneyUnit: MoneyUnit,
  /** Language of new users and of what is sent to customers. */
  locale: Locale,
  logoFileId: Id.nullable(),
  /** Jalali month (1 to 12) in which the fiscal year begins. */
  fiscalStartMonth: z.number().int().min(1).max(12),
  version: z.number().int(),
})
export type FirmSettings = z.infer<typeof FirmSettings>

export const UpdateFirm = FirmSettings.extend({ name: NameText, timeZone: TimeZone })
  .partial()
  .required({ version: true })
export type UpdateFirm = z.output<typeof UpdateFirm>

export const getFirmRoute = defineRoute({
  method: 'GET',
  path: '/firm',
  summary: 'Settings of the firm',
  permission: 'signedIn',
  answer: FirmSettings,
})

export const updateFirmRoute = defineRoute({
  method: 'PATCH',
  path: '/firm',
  summary: 'Change the settings of the firm',
  permission: 'firm.manage',
  body: UpdateFirm,
  answer: FirmSettings,
})
