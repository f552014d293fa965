import { directory } from '@peyvand/identity/server'
import type { DatabaseRoles } from '@peyvand/platform/database'
import { startWorker } from '@peyvand/platform/server'
import { readSettings } from '@peyvand/platform/settings'
import { pino } from 'pino'
import { createApp } from '../apps/server/create-app.ts'
import { modules } from '../apps/server/modules.ts'

// The program's worker as a process of its own, for tests that kill it: node --import tsx worker-program.ts CONFIG
const [config = ''] = process.argv.slice(2)
const { roles, dataDir } = JSON.parse(config) as { roles: DatabaseRoles; dataDir: string }
const { app } = await createApp({
  settings: readSettings({ PEYVAND_DATA_DIR: dataDir, PEYVAND_INSIDE_HOSTS: '127.0.0.1' }),
  database: {
    roles,
    secretKey: Buffer.alloc(32, 'only for tests'),
    announce: () => {},
    close: async () => {},
  },
  log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
  modules,
  directory,
})
await startWorker(app)
process.stdout.write('working\n')
