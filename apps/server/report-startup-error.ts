import { startupReason } from '@peyvand/platform/server'

/** Tells on standard error why the program cannot start, in both languages where the reason is known. */
export function reportStartupError(error: unknown): void {
  const reason = startupReason(error)
  const text =
    reason !== null
      ? `${reason.text.fa}\n${reason.text.en}`
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error)
  process.stderr.write(`\n${text}\n`)
}
