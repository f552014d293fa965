import pg from 'pg'

/** Runs `work` on one connection of its own and closes it. */
export async function withClient<Result>(
  config: pg.ConnectionConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(config)
  client.on('error', () => {}) // a lost connection fails the query under way
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
