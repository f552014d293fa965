import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { withClient } from '../server/database/with-client.ts'
import { createTestDatabase } from './test-database.ts'

test('databases of tests are separate copies of the template and leave nothing behind', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()])
  await withClient(one.owner, (client) => client.query('CREATE TABLE only_here (n int)'))
  await withClient(one.app, (client) => client.query('INSERT INTO only_here VALUES (1)'))
  const seen = await withClient(two.owner, (client) =>
    client.query(`SELECT to_regclass('only_here') AS found`),
  )
  expect(seen.rows).toEqual([{ found: null }])

  const pool = new pg.Pool(one.app)
  pool.on('error', () => {})
  await pool.query('SELECT 1')
  await Promise.all([one.drop(), two.drop()])
  await pool.end()
  const left = await withClient(inject('testTemplate').admin, (client) =>
    client.query('SELECT datname FROM pg_database WHERE datname = ANY($1)', [[one.name, two.name]]),
  )
  expect(left.rows).toEqual([])
})
