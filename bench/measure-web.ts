import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../scripts/ensure.mjs'
import { type ResultRow, resultRow } from './result-row.ts'

const firstLoad = 250
const furtherScreen = 80

interface Chunk {
  file: string
  imports?: string[]
  dynamicImports?: string[]
  css?: string[]
}
type Manifest = Record<string, Chunk>

/** What the browser loads before it shows anything, and the most that a further screen adds. */
export function measureWeb(): ResultRow[] {
  const folder = join(root, 'dist/web')
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const entries = Object.keys(manifest).filter((key) => page.includes(`src="/${manifest[key]?.file}"`))
  if (entries.length === 0)
    throw new Error('dist/web/index.html names no script of its manifest; build again')
  const first = closure(manifest, entries)
  const size = (files: Iterable<string>) =>
    [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000
  const start = size(['index.html', ...first])
  const further = Object.keys(manifest)
    .filter((key) => !entries.includes(key))
    .map((key) => size([...closure(manifest, [key])].filter((file) => !first.has(file))))
  return [
    resultRow({ name: 'staff app, first load (gzip)', value: start, unit: 'kB', budget: firstLoad }),
    resultRow({
      name: 'staff app, largest further screen (gzip)',
      value: Math.max(0, ...further),
      unit: 'kB',
      budget: furtherScreen,
    }),
  ]
}

/** Scripts and styles that chunks need before they run. */
function closure(manifest: Manifest, keys: readonly string[]): Set<string> {
  const files = new Set<string>()
  const seen = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    if (/\.(js|css)$/.test(chunk.file)) files.add(chunk.file)
    for (const style of chunk.css ?? []) files.add(style)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const key of keys) visit(key)
  return files
}
