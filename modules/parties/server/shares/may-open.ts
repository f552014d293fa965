import { allows, type Ctx, may } from '@peyvand/platform/server'
import type { PartyHead } from '../party-access.ts'

/** Whether the caller may open the file to who does not see it. */
export const mayOpen = (ctx: Ctx, party: PartyHead): boolean =>
  may(ctx.actor, 'parties.share') && allows(ctx.actor, 'parties.update', party)
