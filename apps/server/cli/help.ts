import type { Locale } from '@peyvand/platform/contract'
import type { BothLanguages } from '@peyvand/platform/server'
import type { Command, CommandOption } from './command.ts'

const everywhere: Record<string, CommandOption> = {
  json: { type: 'boolean', label: { fa: 'پاسخ به صورت JSON', en: 'answer as JSON' } },
  locale: { type: 'string', value: 'fa|en', label: { fa: 'زبان پیام‌ها', en: 'language of the messages' } },
  help: { type: 'boolean', label: { fa: 'همین راهنما', en: 'this help' } },
}

const titles: Record<'usage' | 'options' | 'commands' | 'required' | 'more', BothLanguages> = {
  usage: { fa: 'کاربرد', en: 'Usage' },
  options: { fa: 'گزینه‌ها', en: 'Options' },
  commands: { fa: 'دستورها', en: 'Commands' },
  required: { fa: 'الزامی', en: 'required' },
  more: { fa: 'راهنمای هر دستور', en: 'Help on a command' },
}

const call = 'npm run peyvand --'

/** All commands with a line on each. */
export function overview(commands: readonly Command[], locale: Locale): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2
  return [
    `${titles.commands[locale]}:`,
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary[locale]}`),
    '',
    `${titles.more[locale]}: ${call} ${commands[0]?.name} --help`,
  ].join('\n')
}

/** What one command does and takes. */
export function helpOf({ name, summary, options, positionals = [] }: Command, locale: Locale): string {
  const rows = Object.entries({ ...options, ...everywhere }).map(([key, option]) => ({
    typed: option.type === 'string' ? `--${key} ${option.value ?? 'TEXT'}` : `--${key}`,
    label: [
      option.label[locale],
      ...(option.required ? [`(${titles.required[locale]})`] : []),
      ...(option.default ? [`[${option.default}]`] : []),
    ].join(' '),
  }))
  const width = Math.max(...rows.map(({ typed }) => typed.length)) + 2
  return [
    summary[locale],
    '',
    `${titles.usage[locale]}: ${[call, name, ...positionals, '[…]'].join(' ')}`,
    '',
    `${titles.options[locale]}:`,
    ...rows.map(({ typed, label }) => `  ${typed.padEnd(width)}${label}`),
  ].join('\n')
}
