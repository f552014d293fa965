import { type Logger, pino } from 'pino'

/** Names whose values never reach a log, wherever they stand. */
const secret = [
  'authorization',
  'cookie',
  'password',
  'newPassword',
  'otp',
  'code',
  'token',
  'secret',
  'key',
  'mobile',
]

/** The program's log: JSON lines on standard output; a person at a terminal sees warnings only. */
export function createLog(level: string): Logger {
  return pino({
    level: level === 'info' && process.stdout.isTTY ? 'warn' : level,
    base: null,
    redact: {
      paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `req.headers.${name}`]),
      censor: '•••',
    },
  })
}
