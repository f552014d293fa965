import { directory } from '@peyvand/identity/server'
import { actorOf } from '@peyvand/identity/testing'
import { type App, buildHttp, createDatabase, createPool } from '@peyvand/platform/server'
import { readSettings } from '@peyvand/platform/settings'
import { Client } from 'pg'
import { pino } from 'pino'
import { createApp } from '../apps/server/create-app.ts'
import { modules } from '../apps/server/modules.ts'
import { openDatabase } from '../apps/server/open-database.ts'
import { addDeals, generate } from './generate.ts'
import type { Sizes } from './sizes.ts'
import { findStaff, makeStaff, type Staff } from './staff.ts'

/** One statement as the program sent it. */
export interface Statement {
  text: string
  values: unknown[]
}

/** The firm that is measured, reached beside the running program. */
export interface MeasuredFirm {
  app: App
  tenantId: number
  staff: Staff
  /** Bare `pg` with the rights of the working program, inside the firm, one connection. */
  bare: Client
  /** What the program asks the database while it answers a request, without the frame of the transaction. */
  statementsOf(call: { method?: 'GET' | 'POST'; path: string; key: string; body?: object }): Promise<Recorded>
  close(): Promise<void>
}

export interface Recorded {
  statements: Statement[]
  answer: unknown
}

/** Joins the database of the running program, and fills its firm when it is empty or has no deals. */
export async function openFirm(
  dataDir: string,
  { sizes, say }: { sizes: Sizes; say: (text: string) => void },
): Promise<MeasuredFirm> {
  const settings = readSettings({ PEYVAND_DATA_DIR: dataDir, LOG_LEVEL: 'error' })
  const log = pino({ level: 'error' }, process.stderr)
  const database = await openDatabase({ settings, log, join: true })
  const composed = await createApp({ settings, database, log, modules, directory })
  const { app } = composed
  const { rows } = await app.ownerPool.query<{ tenant_id: number; id: string }>(
    `select u.tenant_id, u.id from users u join user_roles ur on ur.tenant_id = u.tenant_id and ur.user_id = u.id
     order by u.created_at limit 1`,
  )
  const [first] = rows
  if (!first) throw new Error('the program has not set up its firm')
  const tenantId = first.tenant_id
  const administrator = await actorOf(app, tenantId, first.id)
  const made = await app.ownerPool.query('select from parties where tenant_id = $1 limit 1', [tenantId])
  const isFilled = made.rowCount !== 0
  const staff = isFilled ? await findStaff(app, administrator) : await makeStaff(app, administrator)
  const deals = await app.ownerPool.query('select from deals where tenant_id = $1 limit 1', [tenantId])
  const filling = isFilled ? (deals.rowCount === 0 ? addDeals : null) : generate
  if (filling) await fill(database.roles.owner, filling, { tenantId, staff, sizes, say })

  const pool = createPool({ ...database.roles.app, max: 1 })
  const recorded: Statement[] = []
  pool.on('connect', (client) => recordQueries(client, recorded))
  const server = await buildHttp({ ...app, db: createDatabase(pool), pool })
  const bare = new Client(database.roles.app)
  await bare.connect()
  await bare.query(`set app.tenant_id = '${tenantId}'`)
  return {
    app,
    tenantId,
    staff,
    bare,
    statementsOf: async ({ method = 'GET', path, key, body }) => {
      const request = {
        method,
        url: path,
        headers: { authorization: key },
        ...(body ? { payload: body } : {}),
      }
      // The first answer also reads who calls, which the program remembers.
      if (method === 'GET') await server.inject(request)
      recorded.length = 0
      const answer = await server.inject(request)
      if (answer.statusCode > 299) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`)
      return { statements: recorded.filter(isOwn), answer: answer.json() }
    },
    close: async () => {
      await bare.end()
      await server.close()
      await pool.end()
      await composed.close()
      await database.close()
    },
  }
}

const isOwn = ({ text }: Statement) => !/^(begin|commit|rollback)/.test(text)

/** Notes what goes through a connection, from outside the program's own code. */
function recordQueries(client: object, recorded: Statement[]): void {
  const connection = client as { query(...args: unknown[]): unknown }
  const query = connection.query.bind(connection)
  connection.query = (...args) => {
    const [text, values] = args
    if (typeof text === 'string') recorded.push({ text, values: Array.isArray(values) ? values : [] })
    return query(...args)
  }
}

type Fill = { tenantId: number; staff: Staff; sizes: Sizes; say: (text: string) => void }

async function fill(
  owner: ConstructorParameters<typeof Client>[0],
  filling: typeof generate,
  given: Fill,
): Promise<void> {
  const client = new Client(owner)
  await client.connect()
  try {
    await filling(client, given)
  } finally {
    await client.end()
  }
}
