import type { Direction } from '@peyvand/activities/contract'
import { defineSeries } from '@peyvand/customization/server'
import { type Ctx, newId } from '@peyvand/platform/server'
import './tables.ts'

const ready: Record<Direction, { labelFa: string; labelEn: string; pattern: string }> = {
  incoming: { labelFa: 'نامه‌های وارده', labelEn: 'Incoming letters', pattern: '{y}/1/{n}' },
  outgoing: { labelFa: 'نامه‌های صادره', labelEn: 'Outgoing letters', pattern: '{y}/2/{n}' },
  internal: { labelFa: 'نامه‌های داخلی', labelEn: 'Internal letters', pattern: '{y}/3/{n}' },
}

/** A new firm's registers (دفتر اندیکاتور): one per class of letters, each year from one. */
export async function openReadyRegisters(ctx: Ctx): Promise<void> {
  for (const [index, [direction, labels]] of Object.entries(ready).entries()) {
    const seriesKey = `letters.${direction}`
    await defineSeries(ctx, { key: seriesKey, ...labels, perYear: true })
    await ctx.db
      .insertInto('letterRegisters')
      .values({
        tenantId: ctx.tenantId,
        id: newId(),
        seriesKey,
        directions: [direction as Direction],
        teamId: null,
        letterheadId: null,
        position: index + 1,
        archivedAt: null,
      })
      // Firms older than the module got theirs by its migration.
      .onConflict((oc) => oc.doNothing())
      .execute()
  }
}
