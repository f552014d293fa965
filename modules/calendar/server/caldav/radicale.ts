import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = '/usr/bin/radicale'

/**
 * Whether Debian's Radicale is there to be tested against.
 * @throws Error where it must be (PEYVAND_REQUIRE_SERVERS=1) and is not
 */
export function hasRadicale(): boolean {
  if (existsSync(program)) return true
  if (process.env['PEYVAND_REQUIRE_SERVERS'] === '1')
    throw new Error(`PEYVAND_REQUIRE_SERVERS=1, but there is no ${program}`)
  return false
}

export interface Radicale {
  url: string
  username: string
  password: string
  stop(): Promise<void>
}

/** A CalDAV server of its own for tests, on a free port with an empty store. */
export async function startRadicale(): Promise<Radicale> {
  const folder = await mkdtemp(join(tmpdir(), 'peyvand-radicale-'))
  const port = await freePort()
  const [username, password] = ['sara', 'صندوق-۱۲۳']
  await writeFile(join(folder, 'users'), `${username}:${password}\n`)
  await writeFile(
    join(folder, 'config'),
    `[server]
hosts = 127.0.0.1:${port}
[auth]
type = htpasswd
htpasswd_filename = ${join(folder, 'users')}
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = ${join(folder, 'collections')}
[logging]
level = error
`,
  )
  const child = spawn(program, ['--config', join(folder, 'config')], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}/`
  await answering(url, child)
  return {
    url,
    username,
    password,
    stop: async () => {
      child.kill('SIGTERM')
      await new Promise((resolve) => child.once('exit', resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error(`radicale ended with ${child.exitCode}`)
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('radicale does not answer')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no free port')
  return address.port
}
