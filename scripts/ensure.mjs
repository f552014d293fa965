// What every script needs before any dependency is installed: plain JavaScript for bare Node.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const oldestNode = [20, 19]

/** Ends the process with a clear message on a Node that is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [needMajor, needMinor] = oldestNode
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return
  const need = oldestNode.join('.')
  fail(
    `Peyvand needs Node.js ${need} or newer; this is ${process.version}. Get it from https://nodejs.org`,
    `پیوند به Node.js ${need} یا بالاتر نیاز دارد و نسخهٔ این رایانه ${process.version} است. آن را از nodejs.org بگیرید.`,
  )
}

/** Installs what the lock file names when it is missing or different. What npm says goes to our standard error. */
export function ensureDependencies({ dev = false } = {}) {
  const lock = lockedPackages()
  if (!dependenciesMissing(lock, dev)) return
  // `npm ci` refuses a lock file made where the registry lacks packages of other platforms; both take its versions.
  const command = namesAllPlatforms(lock) ? ['ci'] : ['install', '--no-save']
  const args = [
    ...command,
    '--no-audit',
    '--no-fund',
    '--include=optional',
    ...(dev ? ['--include=dev'] : []),
  ]
  say(`installing dependencies (npm ${command[0]})`)
  run(
    'npm',
    [...args, '--loglevel=error'],
    'Dependencies could not be installed.',
    'نصب وابستگی‌ها انجام نشد.',
  )
}

/** Builds when the sources differ from those of the last build. */
export function ensureBuild() {
  if (!buildIsStale()) return
  say('building')
  run(process.execPath, [join(root, 'scripts/build.mjs')], 'The build failed.', 'ساخت برنامه انجام نشد.')
}

/** Path of the file that remembers what was built. */
export const stampFile = join(root, 'dist/stamp')

export const buildIsStale = () => !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== sourcesHash()

/** A hash over the names and contents of everything that a build reads. */
export function sourcesHash() {
  const hash = createHash('sha256')
  for (const path of ['apps', 'modules', 'packages', 'platform', 'package-lock.json', 'scripts/build.mjs'])
    addToHash(hash, path)
  return hash.digest('hex')
}

/** Runs a program with its output on our standard error; ends the process with the message when it fails. */
export function run(command, args, en, fa, env = process.env) {
  const windowsCommand = process.platform === 'win32' && command === 'npm'
  const result = spawnSync(command, args, { cwd: root, env, stdio: ['inherit', 2, 2], shell: windowsCommand })
  if (result.signal) process.exit(130)
  if (result.status !== 0) fail(`${en} (${command} ${args.join(' ')})`, fa)
}

/** Runs a program in the foreground; resolves with its exit status, after passing it our signals. */
export function runInFront(command, args, env = process.env) {
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' })
  const pass = (signal) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (status, signal) => {
      for (const name of ['SIGINT', 'SIGTERM']) process.off(name, pass)
      resolve(signal ? 130 : (status ?? 1))
    })
  })
}

export function say(text) {
  process.stderr.write(`peyvand: ${text}\n`)
}

export function fail(en, fa) {
  process.stderr.write(`${en}\n${fa}\n`)
  process.exit(1)
}

const lockedPackages = () => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages

function dependenciesMissing(lock, dev) {
  const installedFile = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installedFile)) return true
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  return Object.entries(lock).some(([path, { version, optional, dev: isDev, devOptional, link }]) => {
    if (!path.includes('node_modules/') || optional || devOptional || (isDev && !dev)) return false
    return link ? !existsSync(join(root, path)) : installed[path]?.version !== version
  })
}

function namesAllPlatforms(lock) {
  const locked = new Set(Object.keys(lock).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)))
  return Object.values(lock).every((entry) =>
    Object.keys(entry.optionalDependencies ?? {}).every((name) => locked.has(name)),
  )
}

function addToHash(hash, path) {
  const full = join(root, path)
  if (!existsSync(full)) return
  if (statSync(full).isFile()) {
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
    return
  }
  for (const name of readdirSync(full).sort())
    if (name !== 'node_modules' && name !== 'dist' && !/\.(test|spec)\.tsx?$/.test(name))
      addToHash(hash, `${path}/${name}`)
}
