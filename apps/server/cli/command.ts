import type { Locale } from '@peyvand/platform/contract'
import { type App, type BothLanguages, StartupError } from '@peyvand/platform/server'
import type { Settings } from '@peyvand/platform/settings'

export interface CommandOption {
  type: 'string' | 'boolean'
  label: BothLanguages
  /** What stands for the value in the help: `EMAIL`. */
  value?: string
  required?: boolean
  default?: string
}

/** One verb of the administrator's command line. */
export interface Command {
  /** The words that call it: `firm create`. */
  name: string
  summary: BothLanguages
  options: Record<string, CommandOption>
  /** What follows the verb without a dash, as the help names it: `FILE`. */
  positionals?: readonly string[]
  run(cli: Cli): Promise<void>
}

/** What a command gets: what was typed, ways to answer, and the program itself. */
export interface Cli {
  settings: Settings
  locale: Locale
  /** Answer for programs: one JSON document on standard output. */
  isJson: boolean
  positionals: readonly string[]
  option(name: string): string | undefined
  flag(name: string): boolean
  text(text: BothLanguages): string
  /** One line for people; silent when the answer is JSON. */
  say(text: BothLanguages): void
  /** The answer: JSON for programs, `lines` for people. */
  answer(value: object, lines: readonly string[]): void
  /** How far long work has come, on standard error. */
  progress(done: number, total: number | null): void
  /** Runs on the firm's database, that of the running program or one started for this command. */
  withApp<T>(run: (app: App) => Promise<T>): Promise<T>
}

/** A fault of the command itself: told in the caller's language, ends with 1. */
export class CommandError extends StartupError {
  constructor(text: BothLanguages, code = 'command.failed') {
    super(code, text)
    this.name = 'CommandError'
  }
}

/** What was typed is not a command: told with the help, ends with 2. */
export class UsageError extends CommandError {
  constructor(text: BothLanguages) {
    super(text, 'command.usage')
    this.name = 'UsageError'
  }
}
