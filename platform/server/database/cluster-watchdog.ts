import type { Binaries } from './embedded-postgres-binaries.ts'

// The end of standard input means that the program is gone, even by kill -9. The watchdog itself ignores the
// signals of a terminal or service manager: the order of stopping is the program's to decide.
const shell = `trap "" INT TERM HUP
exec 4<&0
"$@" 4<&- </dev/null &
server=$!
(read -r _ <&4; kill -INT $server) 3<&- &
reader=$!
wait $server
status=$?
kill -9 $reader 2>/dev/null
exit $status`

// Windows has no /bin/sh, and only pg_ctl gives up administrator rights there.
const node = `const { spawnSync } = require('node:child_process')
const [pgCtl, dir, options] = process.argv.slice(1)
const run = (...args) => spawnSync(pgCtl, [...args, '-D', dir], { stdio: 'inherit', windowsHide: true }).status
if (run('start', '-w', '-t', '600', '-o', options) !== 0) process.exit(1)
const looking = setInterval(() => run('status') !== 0 && process.exit(1), 2000)
process.stdin.resume().on('end', () => { clearInterval(looking); process.exit(run('stop', '-m', 'fast', '-t', '10') ?? 1) })`

/**
 * The command that runs a server under a watchdog, which lives as long as the server and stops it when its own
 * standard input ends.
 */
export function watchdogCommand(
  binaries: Binaries,
  dataDir: string,
  settings: Record<string, string>,
): [string, ...string[]] {
  const options = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  if (process.platform === 'win32') {
    const quoted = options.map((option) => `-c "${option}"`).join(' ')
    return [process.execPath, '-e', node, '--', binaries.pgCtl, dataDir, quoted]
  }
  const args = options.flatMap((option) => ['-c', option])
  return ['/bin/sh', '-c', shell, 'peyvand-database', binaries.postgres, '-D', dataDir, ...args]
}
