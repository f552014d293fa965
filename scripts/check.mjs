// `npm run check`: everything that can be said about the code without running it. Goes on after a failure, so that one
// run tells all.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode, ensureDependencies, root } from './ensure.mjs'

checkNode()
ensureDependencies({ dev: true })

const bin = (name) => join(root, 'node_modules/.bin', name)
const tsc = join(root, 'node_modules/typescript7/bin/tsc')
const sources = ['apps', 'bench', 'e2e', 'modules', 'packages', 'platform', 'scripts', 'test']

const checks = [
  ...['contract', 'server', 'web', 'worker', 'e2e'].map((part) => [
    `types: ${part}`,
    process.execPath,
    [tsc, '-p', `tsconfig.${part}.json`],
  ]),
  ['lint', bin('oxlint'), ['--type-aware', '--deny-warnings', ...sources]],
  ['format', bin('biome'), ['check', '--error-on-warnings', '.']],
  [
    'boundaries',
    bin('depcruise'),
    ['--config', '.dependency-cruiser.cjs', 'apps', 'modules', 'packages', 'platform', 'test'],
  ],
  ['dead code', bin('knip'), []],
  ['logical styles', process.execPath, ['scripts/check-logical-styles.mjs']],
  ['texts fa/en', bin('tsx'), ['scripts/check-texts.ts']],
  ['API document', bin('tsx'), ['scripts/api-document.ts', '--check']],
  ['resolved versions', process.execPath, ['scripts/check-versions.mjs']],
]

const failed = []
for (const [name, command, args] of checks) {
  const started = Date.now()
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (status !== 0) {
    failed.push(name)
    console.log(`${stdout}${stderr}`)
  }
}
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
console.log(failed.length === 0 ? `\nPeyvand ${version}: all checks pass` : `\nfailed: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)
