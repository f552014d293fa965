import type { Ctx, Tables } from '@peyvand/platform/server'
import type { Selectable } from 'kysely'
import { defineChannel } from './channel-settings.ts'

export type SmsGatewayRow = Selectable<Tables['smsGateways']>

/** The gateway by which the firm sends SMS. */
export const smsGateway = defineChannel({
  table: 'smsGateways',
  record: 'smsGateway',
  labelOf: ({ provider }) => provider,
  goesToSame: (before, { provider, generic }) =>
    before.provider === provider && before.generic?.url === generic?.url,
})

/** Whether the firm can send SMS. */
export const hasSmsGateway = async (ctx: Ctx): Promise<boolean> => (await smsGateway.row(ctx)) !== null
