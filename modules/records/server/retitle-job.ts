import { partyName } from '@peyvand/parties/server'
import { type Ctx, defineJob, readCustomValues } from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { recordTypeOf } from '../contract/index.ts'
import type { StoredRecord } from './record-access.ts'
import type { KindRow } from './record-kinds.ts'
import { recordTexts, type TextsOf } from './record-texts.ts'
import './tables.ts'

const rowsAtOnce = 500

/** Makes titles and search texts of a kind's records anew after its pattern changed, or what roles hide; going on twice does no harm. */
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

/** After a role began or ceased to hide own fields: titles leave them out, and their words go to their place. */
export async function followHiddenFields(ctx: Ctx, { fields }: { fields: readonly string[] }): Promise<void> {
  for (const { id, key } of await kindsOf(ctx))
    if (fields.some((field) => field.startsWith(`${recordTypeOf(key)}.custom.`)))
      ctx.enqueue(retitleJob, { kindId: id }, { key: `records.retitle:${id}` })
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
    const made = textsOf({ ...row, custom: readCustomValues(row.custom) }, row.partyName)
    if (made.title === row.title && made.search === row.search && made.searchWithheld === row.searchWithheld)
      continue
    ctx.write(
      ctx.db.updateTable('records').set(made).where('tenantId', '=', ctx.tenantId).where('id', '=', row.id),
    )
  }
}

const kindsOf = (ctx: Ctx): Promise<KindRow[]> =>
  ctx.db.selectFrom('recordKinds').selectAll().where('tenantId', '=', ctx.tenantId).execute()
