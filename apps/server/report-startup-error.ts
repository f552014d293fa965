import { StartupError } from '@peyvand/platform/server'

/** Tells on standard error why the program cannot start, in both languages where the reason is known. */
export function reportStartupError(error: unknown): void {
  const text =
    error instanceof StartupError
      ? `${error.text.fa}\n${error.text.en}`
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error)
  process.stderr.write(`\n${text}\n`)
}
