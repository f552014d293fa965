// npm prefers versions whose `engines` match the running Node, so a loose range resolves differently from machine to
// machine: every version is pinned exactly, and what is installed is what is pinned.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './ensure.mjs'

const { dependencies, devDependencies, optionalDependencies } = read('package.json')
const faults = []
for (const [name, pinned] of Object.entries({
  ...dependencies,
  ...devDependencies,
  ...optionalDependencies,
})) {
  const version = pinned.startsWith('npm:') ? pinned.slice(pinned.lastIndexOf('@') + 1) : pinned
  if (!/^\d/.test(version)) faults.push(`${name}: ${pinned} is not an exact version`)
  const installed = join('node_modules', name, 'package.json')
  if (!existsSync(join(root, installed))) {
    if (!(name in (optionalDependencies ?? {}))) faults.push(`${name} is not installed`)
  } else if (read(installed).version !== version) {
    faults.push(`${name}: ${read(installed).version} is installed, ${version} is pinned`)
  }
}
if (faults.length > 0) {
  console.error(faults.join('\n'))
  process.exit(1)
}

function read(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}
