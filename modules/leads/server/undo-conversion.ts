import { groupByKey, putPlaceBack } from '@peyvand/parties/server'
import { deleteDeal } from '@peyvand/pipeline/server'
import type { UndoPreview } from '@peyvand/platform/contract'
import {
  AppError,
  type Ctx,
  defineJob,
  finishOperation,
  loadOperation,
  orFail,
  type UndoHandler,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { leadGroup } from '../contract/index.ts'
import { convertKind, customerGroup } from './convert-lead.ts'
import './tables.ts'

const Place = z.object({
  state: z.string().nullable(),
  since: z.string(),
  until: z.string().nullable(),
  number: z.string().nullable(),
  ownerId: z.string().nullable(),
})

const Conversion = z.object({
  leadId: z.uuid(),
  partyId: z.uuid(),
  dealId: z.uuid().nullable(),
  lead: Place,
  customer: Place.nullable(),
  /** Was a customer all the while; stays one. */
  wasCustomer: z.boolean(),
})
type Conversion = z.infer<typeof Conversion>

/** Makes a customer a lead again, and puts the deal in the bin. */
const undoConversionJob = defineJob({
  name: 'leads.undoConversion',
  payload: z.object({ operationId: z.uuid(), undoes: z.uuid() }),
  run: (job, { operationId, undoes }) =>
    orFail(job, operationId, () =>
      job.inFirm(async (ctx) => {
        await takeBack(ctx, Conversion.parse((await loadOperation(ctx, undoes)).input))
        await finishOperation(ctx, operationId, { result: { changed: 1, failed: 0 } })
      }),
    ),
})

/** How a conversion is told of and taken back. */
export const undoConversion: UndoHandler = {
  kind: convertKind,
  job: undoConversionJob,
  describe: async (ctx, { result }) => ctx.registry.translate(ctx.locale, 'leads.did.convert', result),
  preview: async (ctx, { input }): Promise<UndoPreview> => {
    const blocked = await obstacle(ctx, Conversion.parse(input))
    return { blocked, takesBack: blocked ? 0 : 1, stays: 0, examples: [], exact: true }
  },
}

/** @throws AppError leads.changedSince, leads.dealWorkedOn (409) */
async function takeBack(ctx: Ctx, conversion: Conversion): Promise<void> {
  const blocked = await obstacle(ctx, conversion)
  if (blocked) throw new AppError(blocked, { status: 409 })
  const { leadId, partyId, dealId, lead, customer, wasCustomer } = conversion
  if (dealId) await deleteDeal(ctx, dealId)
  await putPlaceBack(ctx, await groupByKey(ctx, leadGroup), { partyId, was: lead })
  if (!wasCustomer) await putPlaceBack(ctx, await groupByKey(ctx, customerGroup), { partyId, was: customer })
  await ctx.db
    .updateTable('leads')
    .set({ convertedAt: null, dealId: null, version: sql`version + 1` })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', leadId)
    .execute()
  const changes = { [`groups.${leadGroup}`]: { from: null, to: leadGroup } }
  ctx.audit({ action: 'undo', record: 'parties', recordId: partyId, label: '', changes })
  ctx.live({ topic: 'parties', id: partyId })
}

/** Why the conversion is not to be taken back any more; null where nothing stands in the way. */
async function obstacle(ctx: Ctx, { leadId, dealId }: Conversion): Promise<string | null> {
  const { rows } = await sql<{ asItWas: boolean; dealTouched: boolean }>`
    select l.current and l.converted_at is not null and p.deleted_at is null as as_it_was,
      exists (select from deals d where d.tenant_id = l.tenant_id and d.id = ${dealId}::uuid
        and (d.deleted_at is not null or d.version > 1)) as deal_touched
    from leads l join parties p on p.tenant_id = l.tenant_id and p.id = l.party_id
    where l.tenant_id = ${ctx.tenantId} and l.id = ${leadId}::uuid`.execute(ctx.db)
  const found = rows[0]
  if (!found?.asItWas) return 'leads.changedSince'
  return found.dealTouched ? 'leads.dealWorkedOn' : null
}
