import { createApiKeyFor } from '@peyvand/identity/server'
import type { Command } from './command.ts'
import { emailOf } from './firm.ts'
import { firmNumber, firmOption, userOption } from './user.ts'

export const apiKeyCreateCommand: Command = {
  name: 'api-key create',
  summary: {
    fa: 'کلید دسترسی برای یک برنامه می‌سازد که به جای یک کاربر کار می‌کند',
    en: 'Make an API key for a program that acts for a user',
  },
  options: {
    user: userOption,
    scopes: {
      type: 'string',
      value: "'*'|A,B",
      default: '*',
      label: {
        fa: 'مجوزها با ویرگول، یا * برای همهٔ دسترسی‌های کاربر',
        en: 'permissions with commas between, or * for all the user has',
      },
    },
    name: {
      type: 'string',
      value: 'TEXT',
      default: 'command line',
      label: { fa: 'نام کلید در فهرست', en: 'name of the key in the list' },
    },
    firm: firmOption,
  },
  run: async (cli) => {
    const scopes = (cli.option('scopes') ?? '*').split(',').map((scope) => scope.trim())
    const key = await cli.withApp((app) =>
      createApiKeyFor(app, {
        email: emailOf(cli, 'user'),
        name: cli.option('name') ?? '',
        scopes,
        tenantId: firmNumber(cli),
      }),
    )
    cli.answer({ key }, [
      cli.text({ fa: 'این کلید تنها همین یک بار نشان داده می‌شود:', en: 'This key is shown this once only:' }),
      key,
    ])
  },
}
