import {
  type Ctx,
  defineJob,
  finishOperation,
  orFail,
  reportProgress,
  startOperation,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { z } from 'zod'
import { similarNameWeight, weights } from './duplicate-score.ts'

const shortestName = 4
/** From so many letters on, names of the same letters are the same words in another order. */
const shortestReordered = 8
const reorderedLikeness = 0.9
const leastSimilarity = 0.45
/** Of so many records with one phone or address each is compared with each; of more, with the next one alone. */
const mostCompared = 25

/** Compares all records now; answers the operation. */
export async function startFindingPairs(ctx: Ctx): Promise<{ operationId: string }> {
  const operationId = await startOperation(ctx, {
    job: findPairsJob,
    payload: (operationId) => ({ operationId }),
  })
  return { operationId }
}

export const findPairsJob = defineJob({
  name: 'parties.findPairs',
  payload: z.object({ operationId: z.uuid() }),
  run: (job, { operationId }) =>
    orFail(job, operationId, () =>
      job.inFirm(async (ctx) => {
        const pairs = await findDuplicatePairs(ctx)
        await reportProgress(ctx, operationId, { done: pairs, total: pairs })
        await finishOperation(ctx, operationId, { result: { pairs } })
      }),
    ),
})

export const findPairsNightlyJob = defineJob({
  name: 'parties.findPairsNightly',
  payload: z.object({}),
  cron: '10 0 * * *',
  run: (job) =>
    job.inFirm(async (ctx) => {
      await findDuplicatePairs(ctx)
    }),
})

/**
 * Finds the pairs of records of a kind that look like one party, by the stored forms of names, phones and addresses;
 * what somebody dismissed stays so. A name that many have says nothing by itself. Answers how many there are.
 */
export async function findDuplicatePairs(ctx: Ctx): Promise<number> {
  const at = ctx.now().toISOString()
  const weighed = sql.join(
    Object.entries(weights).map(([reason, weight]) => sql`(${reason}::text, ${weight}::float8)`),
  )
  await sql`
    with present as materialized (
      select id, kind, match_name from parties where tenant_id = ${ctx.tenantId} and deleted_at is null
    ), contacts as materialized (
      select p.id, p.kind, c.type, c.normalized, c.tail from contact_points c join present p on p.id = c.party_id
      where c.tenant_id = ${ctx.tenantId} and c.type <> 'website'
    ), keys as (
      select distinct id, kind, normalized as value,
        case when type = 'email' then 'email' when left(normalized, 4) = '+989' then 'mobile' else 'phone' end as reason
      from contacts
      union all
      select distinct id, kind, tail, 'phoneTail' from contacts where tail is not null
      union all
      select id, kind, match_name, 'sameName' from present where char_length(match_name) >= ${shortestName}
      union all
      select id, kind, (select string_agg(letter, '' order by letter) from unnest(string_to_array(match_name, null)) letter), 'similarName'
      from present where char_length(match_name) >= ${shortestReordered}
    ), blocks as (
      select reason, array_agg(id order by id) as ids from keys group by reason, kind, value
      having count(*) > 1 and (reason not in ('sameName', 'similarName') or count(*) <= ${mostCompared})
    ), found as (
      select ids[i] as first_id, ids[j] as second_id, array_agg(distinct reason) as reasons
      from blocks, generate_series(1, cardinality(ids) - 1) i,
        generate_series(i + 1, case when cardinality(ids) <= ${mostCompared} then cardinality(ids) else i + 1 end) j
      group by 1, 2
    ), compared as (
      select first_id, second_id, reasons,
        greatest(similarity(f.match_name, s.match_name), case when 'similarName' = any(reasons) then ${reorderedLikeness}::float8 end) as likeness
      from found join present f on f.id = first_id join present s on s.id = second_id
    ), reasoned as (
      select first_id, second_id, likeness, array(
        select reason from unnest(reasons || case when likeness >= ${leastSimilarity} then '{similarName}'::text[] else '{}' end) reason
        where not (reason = 'phoneTail' and reasons && '{mobile,phone}') and not (reason = 'similarName' and 'sameName' = any(reasons))
        group by reason) as reasons
      from compared where reasons && '{mobile,email,sameName,similarName}' or likeness >= ${leastSimilarity}
    ), scored as (
      select first_id, second_id, reasons, round((1 - (
        select exp(sum(ln(1 - case when reason = 'similarName' then ${similarNameWeight}::float8 * likeness else w.weight end)))
        from unnest(reasons) reason left join (values ${weighed}) w (name, weight) on w.name = reason))::numeric, 2) as score
      from reasoned
    )
    insert into duplicate_pairs (tenant_id, first_id, second_id, score, reasons, found_at)
    select ${ctx.tenantId}::int, first_id, second_id, score, reasons, ${at}::timestamptz from scored
    on conflict (tenant_id, first_id, second_id) do update set
      score = excluded.score, reasons = excluded.reasons, found_at = excluded.found_at`.execute(ctx.db)
  await ctx.db
    .deleteFrom('duplicatePairs')
    .where('tenantId', '=', ctx.tenantId)
    .where('foundAt', '<', at)
    .where('dismissedAt', 'is', null)
    .execute()
  await ctx.db
    .insertInto('duplicateRuns')
    .values({ tenantId: ctx.tenantId, foundAt: at })
    .onConflict((oc) => oc.column('tenantId').doUpdateSet({ foundAt: at }))
    .execute()
  const { pairs } = await ctx.db
    .selectFrom('duplicatePairs')
    .select(sql<number>`count(*)::int`.as('pairs'))
    .where('tenantId', '=', ctx.tenantId)
    .where('dismissedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return pairs
}
