import { startEmbeddedPostgres } from '../server/database/embedded-postgres.ts'

// A program with an embedded database, for tests that kill it: node --import tsx embedded-program.ts DATA_DIR
const [dataDir = ''] = process.argv.slice(2)
const log = { info: () => {}, warn: () => {}, error: () => {} }
const embedded = await startEmbeddedPostgres({ dataDir, log })
embedded.announce('http://127.0.0.1:3999')
process.on('SIGINT', () => void embedded.stop().then(() => process.exit(0)))
setInterval(() => {}, 60_000)
process.stdout.write(`${JSON.stringify({ ownerConfig: embedded.ownerConfig })}\n`)
