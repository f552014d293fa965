import { createResetLink, listFirmUsers, resetPassword } from '@peyvand/identity/server'
import { type Cli, type Command, type CommandOption, UsageError } from './command.ts'
import { emailOf } from './firm.ts'
import { passwordOptions, readPassword } from './read-password.ts'

export const firmOption: CommandOption = {
  type: 'string',
  value: 'NUMBER',
  label: { fa: 'شمارهٔ شرکت (firm list)', en: 'number of the firm (see firm list)' },
}

export const userOption: CommandOption = {
  type: 'string',
  value: 'EMAIL',
  required: true,
  label: { fa: 'نشانی ایمیل کاربر', en: 'e-mail of the user' },
}

/** The firm's number that was typed; undefined for none. */
export function firmNumber(cli: Cli): number | undefined {
  const typed = cli.option('firm')
  if (typed === undefined) return undefined
  if (/^\d{1,9}$/.test(typed)) return Number(typed)
  throw new UsageError({ fa: 'شمارهٔ شرکت درست نیست.', en: '--firm must be a number.' })
}

export const userListCommand: Command = {
  name: 'user list',
  summary: { fa: 'کاربران یک شرکت یا همهٔ شرکت‌ها', en: 'The users of a firm, or of all' },
  options: { firm: firmOption },
  run: async (cli) => {
    const users = await cli.withApp((app) => listFirmUsers(app, firmNumber(cli)))
    cli.answer(
      { items: users },
      users.map(({ tenantId, email, name, state }) => [tenantId, email, name, state].join('\t')),
    )
  },
}

export const userResetPasswordCommand: Command = {
  name: 'user reset-password',
  summary: {
    fa: 'پیوندی برای تعیین رمز تازه می‌سازد، یا خود رمز را تعیین می‌کند',
    en: 'Make a link for setting a new password, or set the password itself',
  },
  options: { user: userOption, ...passwordOptions },
  run: async (cli) => {
    const email = emailOf(cli, 'user')
    if (cli.option('password') === undefined && !cli.flag('password-stdin')) {
      const link = await cli.withApp((app) => createResetLink(app, email))
      cli.answer(link, [
        cli.text({
          fa: 'این پیوند تا یک روز و یک بار کار می‌کند:',
          en: 'This link works once, within a day:',
        }),
        link.url,
      ])
      return
    }
    const password = await readPassword(cli)
    await cli.withApp((app) => resetPassword(app, { email, password }))
    cli.answer({ ok: true }, [
      cli.text({
        fa: 'رمز عبور تعیین شد و همهٔ نشست‌های این کاربر پایان یافت.',
        en: 'The password is set and all sessions of this user have ended.',
      }),
    ])
  },
}
