import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import type { Statement } from './measured-firm.ts'

/** Runs statements one after another by bare `pg`, prepared as the program prepares them. */
export async function runBare(client: Client, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) {
    const name = createHash('sha1').update(text).digest('base64url')
    await client.query(values.length > 0 ? { name, text, values } : text)
  }
}
