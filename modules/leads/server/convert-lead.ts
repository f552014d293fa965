import { convertParty, groupByKey, membersOf, type Place } from '@peyvand/parties/server'
import { CreateDeal } from '@peyvand/pipeline/contract'
import { createDeal } from '@peyvand/pipeline/server'
import { type Ctx, readCustomValues, recordOperation } from '@peyvand/platform/server'
import { type ConvertedLead, type ConvertLead, leadConverted, leadGroup } from '../contract/index.ts'
import { carriedValues } from './carried-values.ts'
import { changeableLead, getLead, setLead } from './leads.ts'

/** Conversions, among what can be taken back. */
export const convertKind = 'leads.convert'
export const customerGroup = 'customers'

/**
 * A lead becomes a customer: its place among the leads ends, one among the customers begins, a deal opens. The party,
 * its file and its number stay as they are, and the deal's own fields take what the party has under the same key.
 * @throws AppError leads.notFound, .notOpen, parties.stateUnknown; forbidden (403), pipeline.stageAsks (409)
 */
export async function convertLead(
  ctx: Ctx,
  partyId: string,
  { customerState, deal }: ConvertLead,
): Promise<ConvertedLead> {
  const row = await changeableLead(ctx, partyId)
  const [lead, customer] = [
    await placeIn(ctx, leadGroup, partyId),
    await placeIn(ctx, customerGroup, partyId),
  ]
  const wasCustomer = customer !== null && customer.until === null
  await convertParty(ctx, { id: partyId, from: leadGroup, to: customerGroup, state: customerState })
  const opened = deal
    ? await createDeal(
        ctx,
        CreateDeal.parse({
          ...deal,
          partyId,
          sourceId: row.sourceOfLead,
          ...(row.ownerId && { ownerId: row.ownerId }),
          custom: { ...(await carriedValues(ctx, readCustomValues(row.custom))), ...deal.custom },
        }),
      )
    : null
  await setLead(ctx, row, { convertedAt: ctx.now().toISOString(), dealId: opened?.id ?? null })
  ctx.emit(leadConverted, { partyId, dealId: opened?.id ?? null })
  const operationId = await recordOperation(ctx, {
    kind: convertKind,
    input: { leadId: row.leadId, partyId, dealId: opened?.id ?? null, lead, customer, wasCustomer },
    result: { name: row.name },
  })
  return { ...(await getLead(ctx, partyId)), operationId }
}

async function placeIn(ctx: Ctx, key: string, id: string): Promise<Omit<Place, 'partyId'> | null> {
  const place = (await membersOf(ctx, await groupByKey(ctx, key), [{ id }])).get(id)
  if (!place) return null
  const { partyId: _, ...rest } = place
  return rest
}
