import { Email } from '@peyvand/identity/contract'
import { type CreateFirm, createFirm, listFirms } from '@peyvand/identity/server'
import { type Cli, type Command, type CommandOption, UsageError } from './command.ts'
import { passwordOptions, readPassword } from './read-password.ts'

export const administratorOptions: Record<string, CommandOption> = {
  name: { type: 'string', value: 'TEXT', required: true, label: { fa: 'نام شرکت', en: 'name of the firm' } },
  email: {
    type: 'string',
    value: 'EMAIL',
    required: true,
    label: { fa: 'نشانی ایمیل مدیر سامانه', en: 'e-mail of its administrator' },
  },
  administrator: {
    type: 'string',
    value: 'TEXT',
    label: { fa: 'نام مدیر سامانه', en: 'name of its administrator' },
  },
  'firm-locale': {
    type: 'string',
    value: 'fa|en',
    default: 'fa',
    label: { fa: 'زبان شرکت', en: 'language of the firm' },
  },
  ...passwordOptions,
}

/** The firm that the options describe; asks for the password where none was given. */
export async function firmFrom(cli: Cli): Promise<CreateFirm> {
  const locale = cli.option('firm-locale') === 'en' ? 'en' : 'fa'
  const name = cli.option('name')?.trim() ?? ''
  if (name === '') throw new UsageError({ fa: 'نام شرکت خالی است.', en: 'The name of the firm is empty.' })
  return {
    name,
    locale,
    administrator: {
      name: cli.option('administrator') ?? (locale === 'fa' ? 'مدیر سامانه' : 'Administrator'),
      email: emailOf(cli, 'email'),
      password: cli.flag('known') ? undefined : await readPassword(cli),
    },
  }
}

export function createdFirm(cli: Cli, firm: { tenantId: number; name: string }): void {
  cli.answer({ tenantId: firm.tenantId, name: firm.name }, [
    cli.text({
      fa: `شرکت «${firm.name}» با شمارهٔ ${firm.tenantId} ساخته شد.`,
      en: `The firm “${firm.name}” was made with the number ${firm.tenantId}.`,
    }),
  ])
}

/** An option that must be an e-mail address, in its stored form. */
export function emailOf(cli: Cli, option: string): string {
  const email = Email.safeParse(cli.option(option))
  if (email.success) return email.data
  throw new UsageError({
    fa: `نشانی ایمیل ‎--${option} معتبر نیست.`,
    en: `--${option} is not an e-mail address.`,
  })
}

export const firmCreateCommand: Command = {
  name: 'firm create',
  summary: {
    fa: 'شرکت دیگری می‌سازد که از همهٔ شرکت‌ها جداست',
    en: 'Make another firm, fully apart from the others',
  },
  options: {
    ...administratorOptions,
    known: {
      type: 'boolean',
      label: {
        fa: 'این ایمیل از پیش وارد می‌شود و رمز عبور خود را نگه می‌دارد',
        en: 'this e-mail signs in already and keeps its password',
      },
    },
  },
  run: async (cli) => {
    const firm = await firmFrom(cli)
    const created = await cli.withApp((app) => createFirm(app, firm))
    createdFirm(cli, { ...created, name: firm.name })
  },
}

export const firmListCommand: Command = {
  name: 'firm list',
  summary: { fa: 'شرکت‌های این نصب', en: 'The firms of this installation' },
  options: {},
  run: async (cli) => {
    const firms = await cli.withApp(listFirms)
    cli.answer(
      { items: firms },
      firms.map(({ tenantId, name, users }) =>
        cli.text({
          fa: `${tenantId}\t${name}\t${users} کاربر فعال`,
          en: `${tenantId}\t${name}\t${users} active users`,
        }),
      ),
    )
  },
}
