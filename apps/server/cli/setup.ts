import { createFirm } from '@peyvand/identity/server'
import type { Command } from './command.ts'
import { administratorOptions, createdFirm, firmFrom } from './firm.ts'

export const setupCommand: Command = {
  name: 'setup',
  summary: {
    fa: 'نخستین شرکت و مدیر آن را می‌سازد؛ تنها پیش از ساختن هر شرکتی',
    en: 'Make the first firm and its administrator; only while there is no firm',
  },
  options: administratorOptions,
  run: async (cli) => {
    const firm = await firmFrom(cli)
    const created = await cli.withApp((app) => createFirm(app, { ...firm, onlyFirst: true }))
    createdFirm(cli, { ...created, name: firm.name })
  },
}
