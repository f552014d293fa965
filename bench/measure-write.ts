import { newId } from '@peyvand/platform/server'
import { runBare } from './bare-statements.ts'
import { httpClient } from './http-client.ts'
import type { MeasuredFirm, Statement } from './measured-firm.ts'
import type { ProgramProcess } from './program-process.ts'
import { type ResultRow, resultRow } from './result-row.ts'
import { percentile, timed } from './timing.ts'

/** docs/decisions/0007-what-a-write-may-cost.md says why they are not three. */
const mostInserts = 6

interface Measure {
  firm: MeasuredFirm
  program: ProgramProcess
  rounds: number
}

/**
 * A call with a party, recorded and referred by one request as the composer sends it, which writes timeline, audit and
 * outbox, beside one bare insert of the same activity with its commit.
 */
export async function measureWrite({ firm, program, rounds }: Measure): Promise<ResultRow[]> {
  const { app, tenantId, staff, bare } = firm
  const { rows } = await app.ownerPool.query<{ id: string }>(
    'select id from parties where tenant_id = $1 and owner_id = $2 limit 50',
    [tenantId, staff.colleagues[0]?.userId],
  )
  const key = staff.keys.own
  const call = (turn: number) => ({
    kind: 'call',
    subject: 'پیگیری پیش‌فاکتور',
    parties: [{ partyId: rows[turn % rows.length]?.id }],
  })
  const body = (turn: number) => ({ activity: call(turn), to: [{ userId: staff.colleagues[2]?.userId }] })
  const path = '/api/v1/referrals'
  const { answer } = await firm.statementsOf({ method: 'POST', path, key, body: body(0) })
  const id = (answer as { items: { activityId: string }[] }).items[0]?.activityId
  const insert = await insertOf(firm, id)

  const client = httpClient(program.address)
  const write = (turn: number) => client.ask({ method: 'POST', path, key, body: body(turn) })
  const writeBare = () => {
    return runBare(bare, [
      { ...insert, values: insert.values.map((value) => (value === id ? newId() : value)) },
    ])
  }
  for (let turn = 0; turn < 5; turn += 1) {
    await write(turn)
    await writeBare()
  }
  const api: number[] = []
  const inserts: number[] = []
  for (let turn = 0; turn < rounds; turn += 1) {
    api.push(await timed(() => write(turn)))
    inserts.push(await timed(writeBare))
  }
  client.close()
  const baseline = percentile(inserts, 0.5)
  return [
    resultRow({
      name: 'write an activity with referral, p50',
      value: percentile(api, 0.5),
      unit: 'ms',
      baseline,
      budget: mostInserts * baseline,
    }),
  ]
}

/** The insert that writes a recorded activity once more: its own columns, of which the database makes the others. */
async function insertOf({ app, tenantId }: MeasuredFirm, id: string | undefined): Promise<Statement> {
  const { rows } = await app.ownerPool.query<{ name: string; value: unknown }>(
    `select c.column_name as name, to_jsonb(a) ->> c.column_name as value
     from activities a join information_schema.columns c on c.table_schema = 'public' and c.table_name = 'activities'
       and c.is_generated = 'NEVER'
     where a.tenant_id = $1 and a.id = $2 order by c.ordinal_position`,
    [tenantId, id],
  )
  if (rows.length === 0) throw new Error('the program wrote no activity')
  const columns = rows.map(({ name }) => `"${name}"`).join(', ')
  const places = rows.map((_, n) => `$${n + 1}`).join(', ')
  return {
    text: `insert into activities (${columns}) values (${places})`,
    values: rows.map(({ value }) => value),
  }
}
