import { ensureValue } from '@peyvand/customization/server'
import {
  changesOfRows,
  type FieldTrace,
  type FieldValues,
  flatValues,
  type ImportContext,
  type RowItem,
  splitValues,
  valuesBack,
  type WrittenItem,
} from '@peyvand/imports/server'
import { AppError, anyOf, type Ctx, readCustomValues, withCustomDefaults } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { StoredDeal } from '../deal-access.ts'
import { noteChange } from '../deal-events.ts'
import { republishDeals } from '../deal-timeline.ts'
import { binDeals } from '../delete-deal.ts'
import { insertDeals, type NewDeal, takenNumbers } from '../insert-deals.ts'
import { moveTo } from '../move-deal.ts'
import { type StageRow, stageRows } from '../stages.ts'
import { type DealValues, writeDeal } from '../write-deal.ts'
import type { DealItem } from './deal-item.ts'

type Item = RowItem<DealItem>
type Stages = ReadonlyMap<string, StageRow>

/** Writes new deals and changes known ones; each row describes one. */
export async function importDeals(
  ctx: Ctx,
  rows: readonly Item[][],
  { importId, settings: { duplicates } }: ImportContext,
): Promise<WrittenItem[][]> {
  const stages = await stagesById(ctx)
  const items = await withNewValues(ctx, rows.flat())
  const fresh = items.filter(({ isNew }) => isNew)
  const brought = fresh.flatMap(({ data }) => data.number ?? [])
  const taken = new Set(await takenNumbers(ctx, brought))
  const deals: NewDeal[] = []
  for (const item of fresh) deals.push(await newDeal(ctx, item, { stages, taken }))
  await insertDeals(ctx, deals, { origin: 'import', originId: importId })
  const known = items.filter(({ isNew, change }) => !isNew && change)
  const traces =
    duplicates === 'fill' || duplicates === 'overwrite'
      ? await changeKnown(ctx, known, { stages, overwrites: duplicates === 'overwrite' })
      : new Map<Item, FieldTrace>()
  const traceOf = new Map([...traces].map(([{ data }, trace]) => [data, trace]))
  let at = 0
  return rows.map((row) =>
    row.map(({ ref, isNew }) => {
      const item = items[at++] as Item
      return { id: ref, isNew, trace: isNew ? null : (traceOf.get(item.data) ?? null) }
    }),
  )
}

/** A number that another deal has is left to the series: that is what "as new records" asks for. */
async function newDeal(
  ctx: Ctx,
  { ref, data }: Item,
  { stages, taken }: { stages: Stages; taken: Set<string> },
): Promise<NewDeal> {
  const stage = stages.get(data.firstStageId)
  if (!stage) throw new AppError('pipeline.stageNotFound', { status: 404 })
  const number = data.number !== null && !taken.has(data.number) ? data.number : undefined
  if (number) taken.add(number)
  const createdAt = data.createdAt ?? data.closedAt
  return {
    id: ref,
    number,
    stage,
    title: data.title ?? '',
    partyId: data.partyId ?? '',
    contactId: data.contactId,
    amount: data.amount,
    expectedCloseOn: data.expectedCloseOn,
    nextFollowUpAt: data.nextFollowUpAt,
    priority: data.priority ?? 'normal',
    sourceId: data.sourceId,
    lostReasonId: stage.outcome === 'lost' ? data.lostReasonId : null,
    description: data.description,
    ...data.ownerOfNew,
    ...(createdAt && { createdAt }),
    ...(data.closedAt && { closedAt: data.closedAt }),
    custom: await withCustomDefaults(ctx, { record: 'deals', values: data.custom }),
  }
}

interface Changing {
  stages: Stages
  overwrites: boolean
}

/** Changes known deals, each once however many rows name it; answers what each row changed. */
async function changeKnown(
  ctx: Ctx,
  known: readonly Item[],
  { stages, overwrites }: Changing,
): Promise<Map<Item, FieldTrace>> {
  const before = await lockedDeals(ctx, [...new Set(known.map(({ ref }) => ref))])
  const stored = new Map(before.map((row) => [row.id, row]))
  const { traces, values } = changesOfRows(known, {
    stored: new Map(before.map((row) => [row.id, valuesOf(row)])),
    given: ({ ref, data }) => givenValues(data, stored.get(ref) as StoredDeal, stages),
    overwrites,
  })
  const stayed = new Set<string>()
  for (const row of before) {
    const given = values.get(row.id)
    if (given && !(await change(ctx, row, { values: given, stages, isGated: true }))) stayed.add(row.id)
  }
  for (const [{ ref }, trace] of traces) if (stayed.has(ref)) delete trace['stageId']
  return traces
}

const valuesOf = (row: StoredDeal): FieldValues =>
  flatValues({ ...row, custom: readCustomValues(row.custom) })

/** What a row may change of a deal that is there. */
function givenValues(data: DealItem, stored: StoredDeal, stages: Stages): FieldValues {
  const outcome = stages.get(data.stageId ?? stored.stageId)?.outcome
  const typesAmount = data.amount !== null && data.amount !== stored.amount
  const changesOwner = data.owner !== null && data.owner.ownerId !== stored.ownerId
  return flatValues({
    title: data.title,
    partyId: data.partyId,
    contactId: data.contactId,
    stageId: data.stageId,
    amount: data.amount,
    amountOfLines: typesAmount ? false : null,
    expectedCloseOn: data.expectedCloseOn,
    nextFollowUpAt: sameMoment(data.nextFollowUpAt, stored.nextFollowUpAt) ? null : data.nextFollowUpAt,
    priority: data.priority,
    sourceId: data.sourceId,
    lostReasonId: outcome === 'lost' ? data.lostReasonId : null,
    description: data.description,
    ownerId: changesOwner ? (data.owner?.ownerId ?? null) : null,
    teamId: changesOwner ? (data.owner?.teamId ?? null) : null,
    custom: data.custom,
  })
}

const sameMoment = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && Date.parse(a) === Date.parse(b)

interface Change {
  values: FieldValues
  stages: Stages
  /** False where a deal goes back to where it stood before. */
  isGated: boolean
}

/** Writes values into a locked deal and moves it; false where its new stage asks for what it lacks: it stays there. */
async function change(ctx: Ctx, before: StoredDeal, { values, stages, isGated }: Change): Promise<boolean> {
  const { stageId, lostReasonId, ...columns } = splitValues(values)
  const stage = typeof stageId === 'string' ? stages.get(stageId) : undefined
  const isMove = stage !== undefined && stage.id !== before.stageId
  const reason = lostReasonId as string | null | undefined
  const written = {
    ...columns,
    ...(!isMove && before.outcome === 'lost' && reason ? { lostReasonId: reason } : {}),
  } as DealValues
  const after = await writeDeal(ctx, before, written)
  const fields = noteChange(ctx, before, after)
  if (fields.includes('title') || fields.includes('partyId')) await republishDeals(ctx, [after])
  if (!isMove) return stageId === undefined || stage !== undefined
  try {
    const move = reason === undefined ? {} : { lostReasonId: reason }
    await moveTo(ctx, { before: after, stage: { ...stage, checklist: [] }, move, isGated })
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'pipeline.stageAsks') return false
    throw error
  }
}

/** New deals go to the recycle bin; changed fields that still hold the imported value get their old ones. */
export async function undoDeals(ctx: Ctx, items: readonly WrittenItem[]): Promise<void> {
  const made = await lockedDeals(
    ctx,
    items.flatMap(({ id, isNew }) => (isNew ? [id] : [])),
  )
  await binDeals(
    ctx,
    made.filter(({ deletedAt }) => deletedAt === null),
  )
  const traced = items.filter(({ trace }) => trace !== null)
  const stages = await stagesById(ctx)
  for (const row of await lockedDeals(ctx, [...new Set(traced.map(({ id }) => id))])) {
    const traces = traced.flatMap(({ id, trace }) => (id === row.id ? [trace as FieldTrace] : []))
    const values = valuesBack(valuesOf(row), traces)
    if (Object.keys(values).length > 0) await change(ctx, row, { values, stages, isGated: false })
  }
}

const stagesById = async (ctx: Ctx): Promise<Stages> =>
  new Map((await stageRows(ctx)).map((row) => [row.id, row]))

const lockedDeals = async (ctx: Ctx, ids: readonly string[]): Promise<StoredDeal[]> =>
  ids.length === 0
    ? []
    : ctx.db
        .selectFrom('deals')
        .selectAll()
        .where('tenantId', '=', ctx.tenantId)
        .where(anyOf(sql`id`, ids))
        .orderBy('id')
        .forUpdate()
        .execute()

/** Items with the sources and reasons that the lists lacked. */
async function withNewValues(ctx: Ctx, items: readonly Item[]): Promise<Item[]> {
  const made = new Map<string, Promise<string>>()
  const idOf = (list: string, label: string | null): Promise<string> | null => {
    if (label === null) return null
    const key = `${list} ${label}`
    const id = made.get(key) ?? ensureValue(ctx, list, label)
    made.set(key, id)
    return id
  }
  const named: Item[] = []
  for (const item of items) {
    const { sourceId, sourceLabel, lostReasonId, lostReasonLabel } = item.data
    named.push({
      ...item,
      data: {
        ...item.data,
        sourceId: sourceId ?? (await idOf('sources', sourceLabel)),
        lostReasonId: lostReasonId ?? (await idOf('lostReasons', lostReasonLabel)),
      },
    })
  }
  return named
}
