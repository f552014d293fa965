import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkNode, ensureBuild, ensureDependencies, root, runInFront } from './ensure.mjs'
import { ensureChromium, ensureServers } from './ensure-test-tools.mjs'

checkNode()
ensureDependencies({ dev: true })
const env = { ...process.env, PEYVAND_CHROMIUM: ensureChromium() }
ensureServers()

const args = process.argv.slice(2)
const journeys = args.filter((arg) => arg.startsWith('e2e/'))
const others = args.filter((arg) => !arg.startsWith('e2e/'))
const reports = mkdtempSync(join(tmpdir(), 'peyvand-reports-'))
const total = { passed: 0, failed: 0, skipped: 0 }

try {
  if (others.length > 0 || journeys.length === 0) await runVitest()
  if (existsSync(join(root, 'e2e/playwright.config.ts')) && (journeys.length > 0 || others.length === 0))
    await runJourneys()
} finally {
  rmSync(reports, { recursive: true, force: true })
}
process.exitCode = total.failed > 0 ? 1 : 0
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`)

async function runVitest() {
  const file = join(reports, 'vitest.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const status = await runInFront(process.execPath, [vitest, 'run', ...reporters, ...others], env)
  const report = read(file)
  // A file that cannot be loaded has no tests of its own to count.
  const broken = (report?.testResults ?? []).filter(
    (result) =>
      result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  )
  count(status, {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + broken.length,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  })
}

async function runJourneys() {
  ensureBuild()
  const file = join(reports, 'playwright.json')
  const cli = join(root, 'node_modules/@playwright/test/cli.js')
  const options = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json', ...journeys]
  const status = await runInFront(process.execPath, [cli, ...options], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  const stats = read(file)?.stats
  count(status, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  })
}

// A run that fails without a failed test (a broken set-up, an error after the tests) is a failure too.
function count(status, { passed, failed, skipped }) {
  total.passed += passed
  total.failed += status !== 0 && failed === 0 ? 1 : failed
  total.skipped += skipped
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
