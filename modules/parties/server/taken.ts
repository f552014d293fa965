import { AppError, anyOf, type Ctx, takenCustomUniques } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'

/** Unique indexes → the field that is taken. */
const takenFields: Record<string, { field: string; code: string }> = {
  parties_number: { field: 'number', code: 'parties.numberTaken' },
  parties_national_id: { field: 'nationalId', code: 'parties.identifierTaken' },
  parties_legal_national_id: { field: 'legalNationalId', code: 'parties.identifierTaken' },
  party_group_members_number: { field: 'number', code: 'parties.numberTaken' },
}

export const taken = (field: string, code: string): AppError =>
  new AppError(code, { status: 409, fields: [{ path: field, code }] })

/**
 * Why parties of the recycle bin cannot come back: the code by id of each whose number or identifier a present
 * record has by now, or one before it among those given, or that were merged into another.
 */
export async function takenMeanwhile(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const present = sql`o.deleted_at is null`
  const before = sql`${anyOf(sql`o.id`, ids)} and o.id < p.id`
  const others = (column: string, among: RawBuilder<unknown>) => sql`exists (
    select from parties o
    where o.tenant_id = p.tenant_id and ${sql.ref(`o.${column}`)} = ${sql.ref(`p.${column}`)} and ${among})`
  const has = (column: string) => sql`(${others(column, present)} or ${others(column, before)})`
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from (
      select p.id, case
        when exists (select from party_merges m
          where m.tenant_id = p.tenant_id and m.merged_id = p.id and m.undone_at is null) then 'parties.mergedAway'
        when ${has('number')} then 'parties.numberTaken'
        when ${has('national_id')} or ${has('legal_national_id')} then 'parties.identifierTaken' end as code
      from parties p where p.tenant_id = ${ctx.tenantId} and ${anyOf(sql`p.id`, ids)}
    ) checked where code is not null`.execute(ctx.db)
  const ofOwnFields = await takenCustomUniques(ctx, 'parties', ids)
  return new Map([
    ...[...ofOwnFields].map((id) => [id, 'customFields.valueTaken'] as const),
    ...rows.map(({ id, code }) => [id, code] as const),
  ])
}

/**
 * Waits for a statement and names the field whose value another record has.
 * @throws AppError parties.numberTaken, parties.identifierTaken (409)
 */
export async function takenAs<T>(statement: Promise<T>): Promise<T> {
  try {
    return await statement
  } catch (error) {
    const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : ''
    const clash = takenFields[constraint]
    if (clash) throw taken(clash.field, clash.code)
    throw error
  }
}
