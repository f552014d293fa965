import { hasMailServer, hasSmsGateway } from '@peyvand/channels/server'
import type { Ctx } from '@peyvand/platform/server'

/** Ways of sending that the firm has set up. */
export const waysOf = async (ctx: Ctx): Promise<{ email: boolean; sms: boolean }> => ({
  email: await hasMailServer(ctx),
  sms: await hasSmsGateway(ctx),
})
