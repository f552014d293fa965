import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Locale } from '@peyvand/platform/contract'
import { AppError, createRegistry, startupReason } from '@peyvand/platform/server'
import { readSettings } from '@peyvand/platform/settings'
import { modules } from '../modules.ts'
import { type Cli, type Command, UsageError } from './command.ts'
import { helpOf, overview } from './help.ts'
import { withProgram } from './with-program.ts'

export interface Terminal {
  out(text: string): void
  err(text: string): void
  isInteractive: boolean
  env: NodeJS.ProcessEnv
}

const shared = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  locale: { type: 'string' },
} as const

/** Runs what was typed; answers the exit code: 0 done, 1 failed, 2 not understood. */
export async function runCommand(
  commands: readonly Command[],
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const locale = localeOf(args, terminal.env)
  const command = commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word))
  const asksHelp = args.length === 0 || args.includes('--help') || args.includes('-h') || args[0] === 'help'
  if (!command) {
    if (asksHelp) {
      terminal.out(overview(commands, locale))
      return args.length === 0 ? 2 : 0
    }
    terminal.err(
      { fa: `دستور «${args.join(' ')}» شناخته نیست.`, en: `Unknown command: ${args.join(' ')}` }[locale],
    )
    terminal.err(overview(commands, locale))
    return 2
  }
  if (asksHelp) {
    terminal.out(helpOf(command, locale))
    return 0
  }
  try {
    await command.run(createCli(command, args.slice(command.name.split(' ').length), { locale, terminal }))
    return 0
  } catch (error) {
    terminal.err(messageOf(error, locale))
    if (!(error instanceof UsageError)) return 1
    terminal.err(helpOf(command, locale))
    return 2
  }
}

function createCli(
  command: Command,
  args: string[],
  { locale, terminal }: { locale: Locale; terminal: Terminal },
): Cli {
  const { values, positionals } = parse(command, args)
  const isJson = values['json'] === true
  const settings = readSettings(terminal.env)
  return {
    settings,
    locale,
    isJson,
    positionals,
    option: (name) => (typeof values[name] === 'string' ? values[name] : command.options[name]?.default),
    flag: (name) => values[name] === true,
    text: (text) => text[locale],
    say: (text) => {
      if (!isJson) terminal.out(text[locale])
    },
    answer: (value, lines) => terminal.out(isJson ? JSON.stringify(value) : lines.join('\n')),
    progress: (done, total) => {
      if (!isJson && terminal.isInteractive) terminal.err(total === null ? `${done}` : `${done} / ${total}`)
    },
    withApp: (run) => withProgram(settings, run),
  }
}

function parse(command: Command, args: string[]) {
  const options: NonNullable<ParseArgsConfig['options']> = { ...shared }
  for (const [name, { type }] of Object.entries(command.options)) options[name] = { type }
  let parsed: { values: Record<string, unknown>; positionals: string[] }
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    const reason = (error as Error).message
    throw new UsageError({ fa: `گزینه‌ها درست نیست: ${reason}`, en: reason })
  }
  const missing = Object.entries(command.options).find(
    ([name, option]) => option.required && parsed.values[name] === undefined,
  )?.[0]
  if (missing) throw new UsageError({ fa: `گزینهٔ ‎--${missing} الزامی است.`, en: `--${missing} is required.` })
  const wanted = command.positionals ?? []
  if (parsed.positionals.length !== wanted.length) {
    const list = wanted.join(' ') || '—'
    throw new UsageError({
      fa: `پس از دستور این‌ها لازم است: ${list}`,
      en: `Expected after the command: ${list}`,
    })
  }
  return parsed
}

function localeOf(args: readonly string[], { LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Locale {
  const at = args.findIndex((arg) => arg === '--locale' || arg.startsWith('--locale='))
  const typed = at < 0 ? undefined : args[at]?.includes('=') ? args[at]?.split('=')[1] : args[at + 1]
  const wanted = typed ?? LC_ALL ?? LC_MESSAGES ?? LANG ?? ''
  return wanted.startsWith('fa') ? 'fa' : 'en'
}

function messageOf(error: unknown, locale: Locale): string {
  const reason = startupReason(error)
  if (reason) return reason.text[locale]
  if (!(error instanceof AppError))
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  const { translate } = createRegistry(modules)
  const { params, fields = [] } = error.options
  const faults = fields.map((f) => `${f.path}: ${translate(locale, `error.${f.code}`, f.params)}`)
  return [translate(locale, `error.${error.code}`, params), ...faults].join('\n')
}
