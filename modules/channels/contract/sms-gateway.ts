import { defineRoute, issue } from '@peyvand/platform/contract'
import { z } from 'zod'
import { TestAnswer } from './mail-server.ts'

/** `generic` is any gateway that takes a POST with receiver and text. */
export const SmsProvider = z.enum(['kavenegar', 'smsIr', 'melipayamak', 'generic'])
export type SmsProvider = z.infer<typeof SmsProvider>

const Field = z
  .string()
  .trim()
  .regex(/^[\w.-]{1,60}$/)

/** How a gateway of another maker is spoken to; it answers 2xx when it took the message. */
export const GenericGateway = z.object({
  url: z.url({ protocol: /^https?$/ }).max(500),
  format: z.enum(['json', 'form']),
  toField: Field,
  textField: Field,
  fromField: Field.nullable(),
  /** The header that carries the key, sent as it is. */
  keyHeader: z
    .string()
    .trim()
    .regex(/^[\w-]{1,60}$/)
    .nullable(),
})
export type GenericGateway = z.infer<typeof GenericGateway>

const fields = {
  provider: SmsProvider,
  /** The sending line; Kavenegar chooses one of its own when there is none. */
  lineNumber: z
    .string()
    .trim()
    .regex(/^\+?\d{3,20}$/)
    .nullable(),
  /** Melipayamak's old panel only. */
  username: z.string().trim().min(1).max(120).nullable(),
  generic: GenericGateway.nullable(),
}

export const SmsGateway = z.object({ ...fields, hasSecret: z.boolean(), version: z.number().int() })
export type SmsGateway = z.infer<typeof SmsGateway>

export const SaveSmsGateway = z
  .object({
    ...fields,
    /** API key, or password of the old panel. Left out: the one kept stays. */
    secret: z.string().trim().min(1).max(1000).nullable().optional(),
    version: z.number().int(),
  })
  .superRefine(({ provider, generic, lineNumber }, ctx) => {
    if (provider === 'generic' && !generic) ctx.addIssue(issue('channels.genericNeeded', ['generic', 'url']))
    if ((provider === 'smsIr' || provider === 'melipayamak') && !lineNumber)
      ctx.addIssue(issue('channels.lineNeeded', ['lineNumber']))
  })
export type SaveSmsGateway = z.output<typeof SaveSmsGateway>

export const getSmsGatewayRoute = defineRoute({
  method: 'GET',
  path: '/channels/sms-gateway',
  summary: 'The gateway by which the firm sends SMS, or null',
  permission: 'channels.manage',
  answer: z.object({ smsGateway: SmsGateway.nullable() }),
})

export const saveSmsGatewayRoute = defineRoute({
  method: 'PUT',
  path: '/channels/sms-gateway',
  summary: 'Set the gateway by which the firm sends SMS',
  permission: 'channels.manage',
  body: SaveSmsGateway,
  answer: SmsGateway,
})

export const deleteSmsGatewayRoute = defineRoute({
  method: 'DELETE',
  path: '/channels/sms-gateway',
  summary: 'Send no more SMS',
  permission: 'channels.manage',
  answer: 'none',
})

export const testSmsGatewayRoute = defineRoute({
  method: 'POST',
  path: '/channels/sms-gateway/test',
  summary: 'Send a test SMS by the settings as they are kept',
  permission: 'channels.manage',
  body: z.object({ to: z.string().trim().max(40) }),
  answer: TestAnswer,
  errors: ['channels.noSmsGateway'],
  ratePerMinute: 10,
})
