import { askHook, type Ctx } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'
import { ownReferences } from './own-references.ts'
import { type PartyReference, partyReferences, type References } from './party-references.ts'

/**
 * Everything that points to the merged record points to the survivor; what both had alike stays once. Each row that
 * moves, goes or changes is kept, so that `returnReferences` brings back exactly these.
 */
export async function moveReferences(ctx: Ctx, merge: References): Promise<void> {
  for (const reference of await allReferences(ctx, merge)) {
    const move = statementsOf(ctx, merge, reference)
    if (isPicked(reference)) {
      await move.keepDoubles()
      if (reference.combine) await move.keepCombined()
      await move.removeDoubles()
      if (reference.combine) await move.combine(reference.combine)
    }
    await move.keepMoved()
    await move.moveRows()
  }
}

/** Takes a merge's moves back; rows that went elsewhere since then stay there. */
export async function returnReferences(ctx: Ctx, merge: References): Promise<void> {
  for (const reference of await allReferences(ctx, merge)) {
    const move = statementsOf(ctx, merge, reference)
    await move.returnRows()
    if (reference.combine) await move.separate(Object.keys(reference.combine))
    if (isPicked(reference)) await move.returnDoubles()
  }
}

/** Whether there may be rows that go instead of moving. */
const isPicked = ({ doubles, other }: PartyReference) => doubles !== undefined || other !== undefined

async function allReferences(ctx: Ctx, merge: References): Promise<PartyReference[]> {
  const others = await askHook(ctx, partyReferences, merge)
  return [...ownReferences(ctx, merge), ...others.flat()]
}

/** `gone` is a row of the merged record, `kept` one of the survivor, `m` what is kept of a row. */
function statementsOf(
  ctx: Ctx,
  { mergeId, survivorId, mergedId }: References,
  { table, column, key, doubles, where = {}, other, restores = [], moved = {} }: PartyReference,
) {
  const name = sql.table(table)
  const kind = `${table}.${column}`
  const at = (alias: string, col: string) => sql.ref(`${alias}.${col}`)
  const all = (conditions: RawBuilder<unknown>[]) => sql.join(conditions, sql` and `)
  const equal = (a: string, b: string, columns: readonly string[]) =>
    all(columns.map((col) => sql`${at(a, col)} = ${at(b, col)}`))
  const of = (alias: string, partyId: string) =>
    all([
      sql`${at(alias, 'tenant_id')} = ${ctx.tenantId}`,
      sql`${at(alias, column)} = ${partyId}::uuid`,
      ...Object.entries(where).map(([col, value]) => sql`${at(alias, col)} = ${value}`),
    ])
  const rowKey = (alias: string) =>
    sql`concat_ws(' ', ${sql.join(key.map((col) => sql`${at(alias, col)}::text`))})`
  const keptAs = (fate: string) =>
    sql`m.tenant_id = ${ctx.tenantId} and m.merge_id = ${mergeId}::uuid and m.kind = ${kind} and m.fate = ${fate}`
  const recordOf = (value: string) =>
    sql`lateral jsonb_populate_record(null::${name}, ${sql.ref(`m.${value}`)})`
  const keep = (fate: string, alias: string, before: RawBuilder<unknown>, condition: RawBuilder<unknown>) =>
    sql`insert into party_merge_moves (tenant_id, merge_id, kind, fate, row_key, before)
      select ${ctx.tenantId}::int, ${mergeId}::uuid, ${kind}, ${fate}, ${rowKey(alias)}, ${before}
      from ${name} ${sql.ref(alias)} where ${condition}`.execute(ctx.db)
  const hasTwin = (here: string, there: string, partyId: string) =>
    doubles
      ? sql`exists (select from ${name} ${sql.ref(there)} where ${of(there, partyId)} and ${equal(here, there, doubles)})`
      : sql`false`
  const slim = (alias: string) =>
    sql`jsonb_build_object(${sql.join([...key, ...restores].flatMap((col) => [sql.lit(col), at(alias, col)]))})`

  return {
    keepDoubles: () => {
      const toItself = other ? sql`${at('gone', other)} = ${survivorId}::uuid` : sql`false`
      const goes = sql`${of('gone', mergedId)} and (${toItself} or ${hasTwin('gone', 'kept', survivorId)})`
      return keep('removed', 'gone', sql`to_jsonb(gone)`, goes)
    },
    keepCombined: () =>
      keep(
        'combined',
        'kept',
        sql`to_jsonb(kept)`,
        sql`${of('kept', survivorId)} and ${hasTwin('kept', 'gone', mergedId)}`,
      ),
    removeDoubles: () =>
      sql`delete from ${name} gone using party_merge_moves m
        where ${keptAs('removed')} and ${of('gone', mergedId)} and ${rowKey('gone')} = m.row_key`.execute(
        ctx.db,
      ),
    combine: async (columns: Record<string, RawBuilder<unknown>>) => {
      const changes = Object.entries(columns).map(([col, value]) => sql`${sql.ref(col)} = ${value}`)
      await sql`update ${name} kept set ${sql.join(changes)}
        from party_merge_moves m cross join ${recordOf('before')} gone
        where ${keptAs('removed')} and ${of('kept', survivorId)} and ${equal('kept', 'gone', doubles ?? [])}`.execute(
        ctx.db,
      )
      await sql`update party_merge_moves m set after = to_jsonb(kept) from ${name} kept
        where ${keptAs('combined')} and ${of('kept', survivorId)} and ${rowKey('kept')} = m.row_key`.execute(
        ctx.db,
      )
    },
    keepMoved: () => keep('moved', 'gone', slim('gone'), of('gone', mergedId)),
    moveRows: () => {
      const changes = Object.entries(moved).map(([col, value]) => sql`${sql.ref(col)} = ${value}`)
      return sql`update ${name} gone set ${sql.join([sql`${sql.ref(column)} = ${survivorId}::uuid`, ...changes])}
        where ${of('gone', mergedId)}`.execute(ctx.db)
    },
    returnRows: () => {
      const changes = restores.map((col) => sql`${sql.ref(col)} = ${at('b', col)}`)
      return sql`update ${name} t set ${sql.join([sql`${sql.ref(column)} = ${mergedId}::uuid`, ...changes])}
        from party_merge_moves m cross join ${recordOf('before')} b
        where ${keptAs('moved')} and ${of('t', survivorId)} and ${equal('t', 'b', key)}`.execute(ctx.db)
    },
    separate: (columns: string[]) => {
      const changes = columns.map(
        (col) =>
          sql`${sql.ref(col)} = case when ${at('t', col)} is not distinct from ${at('a', col)} then ${at('b', col)} else ${at('t', col)} end`,
      )
      return sql`update ${name} t set ${sql.join(changes)}
        from party_merge_moves m cross join ${recordOf('before')} b cross join ${recordOf('after')} a
        where ${keptAs('combined')} and ${of('t', survivorId)} and ${equal('t', 'b', key)}`.execute(ctx.db)
    },
    returnDoubles: () => {
      const isThere = other
        ? sql`exists (select from parties p where p.tenant_id = ${ctx.tenantId} and p.id = ${at('r', other)})`
        : sql`true`
      return sql`insert into ${name} select r.* from party_merge_moves m cross join ${recordOf('before')} r
        where ${keptAs('removed')} and ${isThere} on conflict do nothing`.execute(ctx.db)
    },
  }
}
