import { defineRoute } from '@peyvand/platform/contract'
import { z } from 'zod'

/** `startTls` upgrades a plain connection and refuses to go on without; `tls` is encrypted from the beginning. */
export const MailSecurity = z.enum(['tls', 'startTls', 'none'])
export type MailSecurity = z.infer<typeof MailSecurity>

const Host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[^\s/:@]+$|^\[[\da-fA-F:]+\]$/)

const fields = {
  host: Host,
  port: z.number().int().min(1).max(65_535),
  security: MailSecurity,
  username: z.string().trim().min(1).max(254).nullable(),
  fromName: z.string().trim().max(120).nullable(),
  fromAddress: z.email().max(254),
}

export const MailServer = z.object({
  ...fields,
  /** Whether a password is kept; it is never told. */
  hasSecret: z.boolean(),
  version: z.number().int(),
})
export type MailServer = z.infer<typeof MailServer>

export const SaveMailServer = z.object({
  ...fields,
  /** Left out: the one kept stays. Null: none. */
  secret: z.string().min(1).max(1000).nullable().optional(),
  /** 0 for the first time. */
  version: z.number().int(),
})
export type SaveMailServer = z.output<typeof SaveMailServer>

/** What came of a test: `detail` is the other side's own words. */
export const TestAnswer = z.object({ ok: z.boolean(), detail: z.string() })
export type TestAnswer = z.infer<typeof TestAnswer>

export const getMailServerRoute = defineRoute({
  method: 'GET',
  path: '/channels/mail-server',
  summary: 'The server by which the firm sends e-mail, or null',
  permission: 'channels.manage',
  answer: z.object({ mailServer: MailServer.nullable() }),
})

export const saveMailServerRoute = defineRoute({
  method: 'PUT',
  path: '/channels/mail-server',
  summary: 'Set the server by which the firm sends e-mail',
  permission: 'channels.manage',
  body: SaveMailServer,
  answer: MailServer,
})

export const deleteMailServerRoute = defineRoute({
  method: 'DELETE',
  path: '/channels/mail-server',
  summary: 'Send no more e-mail',
  permission: 'channels.manage',
  answer: 'none',
})

export const testMailServerRoute = defineRoute({
  method: 'POST',
  path: '/channels/mail-server/test',
  summary: 'Send a test e-mail by the settings as they are kept',
  permission: 'channels.manage',
  body: z.object({ to: z.email().max(254) }),
  answer: TestAnswer,
  errors: ['channels.noMailServer'],
  ratePerMinute: 10,
})
