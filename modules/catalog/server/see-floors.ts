import { type Ctx, may } from '@peyvand/platform/server'

/** Who sets prices sees how low they may go, too: what is not seen would be overwritten. */
const seesFloors = ({ actor }: Ctx): boolean =>
  may(actor, 'catalog.seeFloors') || may(actor, 'catalog.managePrices')

/** The lowest price without approval, for who may see it. */
export const seenFloor = <T>(ctx: Ctx, floor: T): T | null => (seesFloors(ctx) ? floor : null)
