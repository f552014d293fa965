import { partyName } from '@peyvand/parties/server'
import { type Ctx, defineJob, readCustomValues } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import type { StoredRecord } from './record-access.ts'
import type { KindRow } from './record-kinds.ts'
import { recordTexts, type TextsOf } from './record-texts.ts'
import './tables.ts'

const rowsAtOnce = 500

/** Makes titles and search texts of a kind's records anew after its pattern changed; going on twice does no harm. */
export const retitleJob = defineJob({
  name: 'records.retitle',
  payload: z.object({ kindId: z.uuid() }),
  run: async (job, { kindId }) => {
    let after: string | null = null
    do {
      const from: string | null = after
      after = await job.inFirm((ctx) => retitleSome(ctx, kindId, from))
    } while (after !== null)
  },
})

async function retitleSome(ctx: Ctx, kindId: string, after: string | null): Promise<string | null> {
  const rows = await titledRows(ctx)
    .where('r.kindId', '=', kindId)
    .$if(after !== null, (qb) => qb.where('r.id', '>', after))
    .orderBy('r.id')
    .limit(rowsAtOnce)
    .execute()
  await refreshTexts(ctx, rows)
  return rows.length < rowsAtOnce ? null : (rows.at(-1)?.id ?? null)
}

/** After a party got another name, or records another party. */
export async function refreshTextsOfParty(ctx: Ctx, partyId: string): Promise<void> {
  await refreshTexts(ctx, await titledRows(ctx).where('r.partyId', '=', partyId).limit(10_000).execute())
}

const titledRows = (ctx: Ctx) =>
  ctx.db
    .selectFrom('records as r')
    .selectAll('r')
    .select(partyName(sql`r.party_id`).as('partyName'))
    .where('r.tenantId', '=', ctx.tenantId)
    .forUpdate('r')

async function refreshTexts(
  ctx: Ctx,
  rows: readonly (StoredRecord & { partyName: string | null })[],
): Promise<void> {
  const kinds = new Map((await kindsOf(ctx)).map((kind) => [kind.id, kind]))
  const texts = new Map<string, TextsOf>()
  for (const row of rows) {
    const kind = kinds.get(row.kindId)
    if (!kind) continue
    const textsOf = texts.get(kind.id) ?? (await recordTexts(ctx, kind))
    texts.set(kind.id, textsOf)
    const { title, search } = textsOf({ ...row, custom: readCustomValues(row.custom) }, row.partyName)
    if (title === row.title && search === row.search) continue
    ctx.write(
      ctx.db
        .updateTable('records')
        .set({ title, search })
        .where('tenantId', '=', ctx.tenantId)
        .where('id', '=', row.id),
    )
  }
}

const kindsOf = (ctx: Ctx): Promise<KindRow[]> =>
  ctx.db.selectFrom('recordKinds').selectAll().where('tenantId', '=', ctx.tenantId).execute()
