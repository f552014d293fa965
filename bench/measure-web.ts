import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../scripts/ensure.mjs'
import { type ResultRow, resultRow } from './result-row.ts'

const beforeFirstScreen = 250
const eachScreen = 80
const mostScripts = 25

/** Parts that every visit loads for its first screen, the start page with its cards and the bar's menus. */
const startPage = ['home/home-page.tsx', 'home/worklist-card.tsx', 'shell/top-bar-menus.tsx']

interface Chunk {
  file: string
  imports?: string[]
  isDynamicEntry?: boolean
  css?: string[]
}
type Manifest = Record<string, Chunk>

/**
 * What a browser loads, everything that parts share counted where it is first needed: before the first screen (its
 * texts in the larger language with it), with the first screen, and with any further part after that.
 */
export function measureWeb(): ResultRow[] {
  const folder = join(root, 'dist/web')
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const keys = Object.keys(manifest)
  const entries = keys.filter((key) => page.includes(`src="/${manifest[key]?.file}"`))
  if (entries.length === 0)
    throw new Error('dist/web/index.html names no script of its manifest; build again')
  const size = (files: Iterable<string>) =>
    [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000
  const ending = (end: string) => {
    const key = keys.find((one) => one.endsWith(end))
    if (!key) throw new Error(`dist/web has no part for ${end}`)
    return key
  }
  const texts = ['texts/fa/first', 'texts/en/first'].map(ending)
  const [language = ''] = texts.toSorted(
    (a, b) => size(closure(manifest, [b])) - size(closure(manifest, [a])),
  )

  const start = closure(manifest, [...entries, language])
  const first = closure(manifest, [...entries, language, ...startPage.map(ending)])
  const further = keys
    .filter((key) => manifest[key]?.isDynamicEntry && !/texts\/(fa|en)\/(first|later)$/.test(key))
    .map((key) => ({
      key,
      size: size([...closure(manifest, [key])].filter((file) => !first.has(file))),
    }))
    .toSorted((a, b) => b.size - a.size)
  const largest = further[0] ?? { key: '', size: 0 }
  return [
    resultRow({
      name: 'staff app, before the first screen (gzip)',
      value: size(['index.html', ...start]),
      unit: 'kB',
      budget: beforeFirstScreen,
    }),
    resultRow({
      name: 'staff app, first screen and menus (gzip)',
      value: size([...first].filter((file) => !start.has(file))),
      unit: 'kB',
      budget: eachScreen,
    }),
    resultRow({
      name: 'staff app, texts of the other screens, beside the first (gzip)',
      value: Math.max(
        ...['texts/fa/later', 'texts/en/later'].map((end) => size(closure(manifest, [ending(end)]))),
      ),
      unit: 'kB',
      budget: eachScreen,
    }),
    resultRow({
      name: 'staff app, scripts of the first screen',
      value: [...first].filter((file) => file.endsWith('.js')).length,
      unit: 'files',
      budget: mostScripts,
    }),
    resultRow({
      name: `staff app, largest further part: ${largest.key.split('/').at(-1)} (gzip)`,
      value: largest.size,
      unit: 'kB',
      budget: eachScreen,
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
