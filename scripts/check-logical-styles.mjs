// Refuses physical sides in styles: the screens are mirrored by writing direction alone.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './ensure.mjs'

const skipped = new Set(['node_modules', 'dist', 'var', '.git'])
const physical = [
  /(?<![\w-])-?(?:ml|mr|pl|pr|left|right|border-[lr]|rounded-[lr]|rounded-[tb][lr]|scroll-m[lr]|scroll-p[lr])-(?:\d|\[|px|auto|full|none|sm|md|lg|xl)/,
  /(?<![\w-])text-(?:left|right)(?![\w-])/,
  /(?<![\w-])(?:margin|padding|border)-(?:left|right)(?:-\w+)?\s*:/,
  /(?<![\w-])(?:left|right)\s*:\s*(?:-?[\d.]|auto|calc|var)/,
  /(?<![\w-])text-align\s*:\s*(?:left|right)/,
  /\b(?:margin|padding|border)(?:Left|Right)\b/,
]
/** For the rare place where a physical side is meant (a chart's axis), with the reason beside it. */
const allowed = /physical side:/

const faults = []
for (const path of files(root)) {
  if (!/\.(tsx|css)$/.test(path) || path.endsWith('.test.tsx')) continue
  const lines = readFileSync(path, 'utf8').split('\n')
  for (const [index, line] of lines.entries()) {
    if (allowed.test(line) || allowed.test(lines[index - 1] ?? '')) continue
    if (physical.some((pattern) => pattern.test(line))) {
      faults.push(`${path.slice(root.length + 1)}:${index + 1}: ${line.trim().slice(0, 120)}`)
    }
  }
}
if (faults.length > 0) {
  console.error(`Use logical sides (ps-, me-, start, end):\n${faults.join('\n')}`)
  process.exit(1)
}

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* files(path)
    else yield path
  }
}
