import { spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** The operating system's account that a database server runs under. */
export type Account = { uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root. When we are root, says which account to use instead: the one that owns the
 * data already, else `peyvand` when the administrator made it, else `nobody`. Undefined when we are not root.
 */
export function databaseAccount(clusterDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(clusterDir, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return accountNamed('peyvand') ?? accountNamed('nobody') ?? { uid: 65534, gid: 65534 }
}

/** Options of child_process that run a program as `account`, from a folder that every account may be in. */
export function runAs(account: Account | undefined) {
  return account ? { uid: account.uid, gid: account.gid, cwd: '/' } : {}
}

/** True when `account` can walk to this folder; a parent closed to others (as /root is) makes it unreachable. */
export function canReach(folder: string, account: Account | undefined): boolean {
  if (!account) return true
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...runAs(account), stdio: 'ignore' }).status === 0
  )
}

/** Makes a file or folder the account's own. */
export function giveTo(path: string, account: Account | undefined): void {
  if (account) chownSync(path, account.uid, account.gid)
}

const temporaryPrefix = 'peyvand-'
const temporaryRoots = () => [tmpdir(), '/tmp', '/var/tmp']

/** A new private folder of the account with a short path, outside the data folder. */
export function makeTemporaryDir(account: Account | undefined): string {
  const root = temporaryRoots().find((path) => path.length < 60 && canReach(path, account)) ?? tmpdir()
  const made = mkdtempSync(join(root, temporaryPrefix))
  giveTo(made, account)
  return made
}

/** Removes a folder that makeTemporaryDir made; any other path is left alone. */
export function removeTemporaryDir(path: string): void {
  if (temporaryRoots().includes(dirname(path)) && basename(path).startsWith(temporaryPrefix))
    rmSync(path, { recursive: true, force: true })
}

function accountNamed(name: string): Account | undefined {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith(`${name}:`))
    const [, , uid, gid] = line?.split(':') ?? []
    return uid && gid && Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid) } : undefined
  } catch {
    return undefined
  }
}
