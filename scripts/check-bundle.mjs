// Holds the staff app to its budgets after a build: `node scripts/check-bundle.mjs [dist/web]`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const firstLoadBudget = 250 * 1024
const screenBudget = 80 * 1024

const folder = process.argv[2] ?? join(import.meta.dirname, '../dist/web')
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
const sizes = new Map()

const texts = Object.keys(manifest).filter((key) => /texts\/(fa|en)\.ts$/.test(key))
// Whichever language is read, its texts come before the first screen.
const [largestText] = texts.map((key) => ownSize(key)).toSorted((a, b) => b - a)
const page = readFileSync(join(folder, 'index.html'), 'utf8')
const keyOf = new Map(Object.keys(manifest).map((key) => [manifest[key].file, key]))
const shared = new Set(
  [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].flatMap(([, file]) => [
    ...closure(keyOf.get(file)),
  ]),
)
const firstLoad = total(shared) + (largestText ?? 0)
const parts = Object.keys(manifest)
  .filter((key) => manifest[key].isDynamicEntry && !texts.includes(key))
  .map((key) => ({ key, needs: [...closure(key)].filter((part) => !shared.has(part)) }))
// The kit (fields, grid, calendar) comes once, with the first screen that needs it; it is no screen's own.
const users = new Map()
for (const { needs } of parts) for (const part of needs) users.set(part, (users.get(part) ?? 0) + 1)
const isKit = (part) => (users.get(part) ?? 0) >= 3
const kit = total([...users.keys()].filter(isKit))
const screens = parts
  .map(({ key, needs }) => ({ key, size: total(needs.filter((part) => !isKit(part))) }))
  .toSorted((a, b) => b.size - a.size)

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} kB`
const failures = [
  ...(firstLoad > firstLoadBudget ? [`first load ${kilobytes(firstLoad)}`] : []),
  ...screens.filter(({ size }) => size > screenBudget).map(({ key, size }) => `${key} ${kilobytes(size)}`),
]
console.log(`first load ${kilobytes(firstLoad)} of ${kilobytes(firstLoadBudget)} (gzip)`)
console.log(`kit ${kilobytes(kit)}, each part loaded once by the first screen that needs it`)
console.log(`largest screens of ${kilobytes(screenBudget)}:`)
for (const { key, size } of screens.slice(0, 5)) console.log(`  ${kilobytes(size).padStart(9)}  ${key}`)
if (failures.length > 0) {
  console.error(`over budget: ${failures.join(', ')}`)
  process.exit(1)
}

/** The parts that load together with one: itself and all it imports. */
function closure(key, found = new Set()) {
  if (found.has(key)) return found
  found.add(key)
  for (const imported of manifest[key].imports ?? []) closure(imported, found)
  return found
}

function total(keys) {
  return [...keys].reduce((sum, key) => sum + ownSize(key), 0)
}

function ownSize(key) {
  const { file } = manifest[key]
  if (!file.endsWith('.js')) return 0
  const known = sizes.get(file)
  if (known !== undefined) return known
  const size = gzipSync(readFileSync(join(folder, file))).length
  sizes.set(file, size)
  return size
}
