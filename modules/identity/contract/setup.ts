import { defineRoute, Locale } from '@peyvand/platform/contract'
import { z } from 'zod'
import { Email, MoneyUnit, NameText, Password, TimeZone } from './fields.ts'
import { SignedIn } from './session.ts'

export const SetupStatus = z.object({
  /** True while the installation has no firm. */
  needed: z.boolean(),
  /** Whether "try it with sample data" can be offered. */
  sampleData: z.boolean(),
})
export type SetupStatus = z.infer<typeof SetupStatus>

export const Setup = z.object({
  firmName: NameText,
  name: NameText,
  email: Email,
  password: Password,
  locale: Locale.default('fa'),
  timeZone: TimeZone.default('Asia/Tehran'),
  moneyUnit: MoneyUnit.default('toman'),
  sampleData: z.boolean().default(false),
})
export type Setup = z.output<typeof Setup>

export const setupStatusRoute = defineRoute({
  method: 'GET',
  path: '/setup',
  summary: 'Whether the first firm still has to be made',
  permission: 'public',
  answer: SetupStatus,
})

export const setupRoute = defineRoute({
  method: 'POST',
  path: '/setup',
  summary: 'Make the first firm and its administrator, who is then signed in; only while there is no firm',
  permission: 'public',
  body: Setup,
  answer: SignedIn,
  status: 201,
  errors: ['setup.done', 'password.tooShort', 'password.tooCommon', 'password.likeEmail'],
  ratePerMinute: 10,
})
