// Writes docs/openapi.json from the route tables, or with --check tells whether the committed one is current.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { apiDocument, createRegistry } from '@peyvand/platform/server'
import { modules } from '../apps/server/modules.ts'

const path = fileURLToPath(new URL('../docs/openapi.json', import.meta.url))
const current = `${JSON.stringify(await apiDocument(createRegistry(modules)), null, 2)}\n`
if (!process.argv.includes('--check')) writeFileSync(path, current)
else if (readFileSync(path, 'utf8') !== current) {
  console.error('docs/openapi.json is not current: run `npm run api-document` and look at the change')
  process.exit(1)
}
