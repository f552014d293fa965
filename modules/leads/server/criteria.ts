import {
  AppError,
  type Ctx,
  changesBetween,
  json,
  newId,
  notFound,
  type Tables,
} from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import type { Criterion, CriterionInput } from '../contract/index.ts'
import './tables.ts'

type Row = Selectable<Tables['leadCriteria']>

/** The firm's questions about leads in order, archived ones included. */
export async function criteriaRows(ctx: Ctx): Promise<Criterion[]> {
  const rows = await ctx.db
    .selectFrom('leadCriteria')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(criterion)
}

const criterion = ({ id, question, required, options, archivedAt }: Row): Criterion => ({
  id,
  question,
  required,
  options,
  archivedAt,
})

export async function createCriterion(
  ctx: Ctx,
  { question, required, options }: CriterionInput,
): Promise<Criterion> {
  const row = await ctx.db
    .insertInto('leadCriteria')
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      question,
      required,
      options: json(options),
      position: sql`(select coalesce(max(position), 0) + 1 from lead_criteria where tenant_id = ${ctx.tenantId})`,
      archivedAt: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  ctx.audit({ action: 'create', record: 'leadCriteria', recordId: row.id, label: question })
  return criterion(row)
}

type CriterionChange = { [K in keyof CriterionInput]?: CriterionInput[K] | undefined } & {
  archived?: boolean | undefined
}

/** Sums of leads that were judged before stay what they were. @throws AppError leads.criterionNotFound (404) */
export async function updateCriterion(
  ctx: Ctx,
  id: string,
  { archived, ...change }: CriterionChange,
): Promise<Criterion> {
  const before = (await criteriaRows(ctx)).find((one) => one.id === id)
  if (!before) throw notFound('leads.criterionNotFound')
  const archivedAt =
    archived === undefined
      ? before.archivedAt
      : archived
        ? (before.archivedAt ?? ctx.now().toISOString())
        : null
  const after = { ...before, ...withoutAbsent(change), archivedAt }
  await ctx.db
    .updateTable('leadCriteria')
    .set({ question: after.question, required: after.required, options: json(after.options), archivedAt })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  const changes = changesBetween<Record<string, unknown>>(before, after)
  ctx.audit({ action: 'update', record: 'leadCriteria', recordId: id, label: before.question, changes })
  return after
}

const withoutAbsent = <T extends object>(given: T): { [K in keyof T]: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: NonNullable<T[K]>
  }

/** @throws AppError leads.orderIncomplete (409) when a question was added meanwhile */
export async function orderCriteria(ctx: Ctx, ids: readonly string[]): Promise<Criterion[]> {
  await putInOrder(ctx, 'lead_criteria', ids)
  return criteriaRows(ctx)
}

/** Gives all rows of a table of this module their places. @throws AppError leads.orderIncomplete (409) */
export async function putInOrder(
  ctx: Ctx,
  table: 'lead_criteria' | 'lead_rules',
  ids: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}
    where tenant_id = ${ctx.tenantId} for update`.execute(ctx.db)
  const known = new Set(rows.map(({ id }) => id))
  if (new Set(ids).size !== known.size || ids.some((id) => !known.has(id)))
    throw new AppError('leads.orderIncomplete', { status: 409 })
  await sql`update ${sql.table(table)} t set position = o.position
    from unnest(${sql.val([...ids])}::uuid[]) with ordinality o (id, position)
    where t.tenant_id = ${ctx.tenantId} and t.id = o.id`.execute(ctx.db)
  ctx.audit({
    action: 'update',
    record: table === 'lead_rules' ? 'leadRules' : 'leadCriteria',
    label: '',
    changes: { order: { to: ids } },
  })
}
