import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fail, root, run, say } from './ensure.mjs'

const mayInstall =
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')

/** Path of a Chromium for the tests in a browser; installs one when there is none. */
export function ensureChromium() {
  const known = findChromium()
  if (known) return known
  if (mayInstall) aptInstall(['chromium'])
  const installed = findChromium()
  if (installed) return installed
  say("installing Playwright's Chromium")
  const cli = join(root, 'node_modules/playwright/cli.js')
  run(
    process.execPath,
    [cli, 'install', 'chromium'],
    'No Chromium could be installed.',
    'نصب Chromium انجام نشد.',
  )
  return playwrightChromium() ?? fail('No Chromium was found.', 'Chromium پیدا نشد.')
}

/**
 * Servers that tests talk to: an ordinary PostgreSQL beside the embedded one, Radicale for CalDAV, Postfix for e-mail. Where one cannot be
 * installed its tests skip, unless PEYVAND_REQUIRE_SERVERS=1.
 */
export function ensureServers() {
  ensureServer(
    'PostgreSQL 15',
    hasPostgres,
    () => aptInstall(['postgresql-15']) || aptInstall(['postgresql']),
  )
  ensureServer('Radicale', hasRadicale, () => aptInstall(['radicale']))
  ensureServer('Postfix', hasPostfix, () => aptInstall(['postfix']))
}

function ensureServer(name, isThere, install) {
  if (isThere()) return
  if (mayInstall) install()
  if (isThere()) return
  if (process.env.PEYVAND_REQUIRE_SERVERS === '1') fail(`${name} is not installed.`, `${name} نصب نیست.`)
  say(`no ${name} of the system; its tests are skipped`)
}

const hasPostfix = () => existsSync('/usr/sbin/postfix')

const hasRadicale = () => existsSync('/usr/bin/radicale')

function findChromium() {
  const places = [
    process.env.PEYVAND_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    playwrightChromium(),
  ]
  return places.find((path) => path && existsSync(path))
}

function playwrightChromium() {
  const { chromium } = createRequire(join(root, 'package.json'))('playwright')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}

function hasPostgres() {
  const folder = '/usr/lib/postgresql'
  return existsSync(folder) && readdirSync(folder).some((version) => Number(version) >= 15)
}

function aptInstall(packages) {
  say(`installing ${packages.join(' ')} (apt-get)`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] }).status === 0
  return withoutServices(
    () =>
      apt('install', '-y', '--no-install-recommends', ...packages) ||
      (apt('update') && apt('install', '-y', '--no-install-recommends', ...packages)),
  )
}

// Debian starts a server with its package; the tests start their own and the machine should stay as it was.
function withoutServices(install) {
  const policy = '/usr/sbin/policy-rc.d'
  const mine = !existsSync(policy)
  if (mine) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  const noCluster = '/etc/postgresql-common/createcluster.d/peyvand.conf'
  mkdirSync(dirname(noCluster), { recursive: true })
  writeFileSync(noCluster, 'create_main_cluster = false\n')
  try {
    return install()
  } finally {
    if (mine) rmSync(policy, { force: true })
  }
}
