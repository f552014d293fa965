import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { type Cli, type CommandOption, UsageError } from './command.ts'

/** Options of every command that sets a password. */
export const passwordOptions: Record<string, CommandOption> = {
  password: {
    type: 'string',
    value: 'TEXT',
    label: {
      fa: 'رمز عبور؛ در فهرست فرایندها دیده می‌شود، راه‌های دیگر امن‌تر است',
      en: 'the password; others see it in the list of processes, so prefer the other ways',
    },
  },
  'password-stdin': {
    type: 'boolean',
    label: { fa: 'رمز عبور از ورودی استاندارد خوانده شود', en: 'read the password from standard input' },
  },
}

/** The password as the options say, else asked at the terminal without showing it. */
export async function readPassword(cli: Cli): Promise<string> {
  const typed = cli.option('password')
  if (typed !== undefined) return typed
  if (cli.flag('password-stdin')) {
    const chunks: Buffer[] = []
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
      .toString('utf8')
      .replace(/\r?\n$/, '')
  }
  if (!process.stdin.isTTY) {
    throw new UsageError({
      fa: 'رمز عبور را با ‎--password-stdin یا ‎--password بدهید.',
      en: 'Give the password by --password-stdin or --password.',
    })
  }
  return askHidden(cli.text({ fa: 'رمز عبور: ', en: 'Password: ' }))
}

async function askHidden(question: string): Promise<string> {
  process.stderr.write(question)
  const nothing = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: nothing, terminal: true })
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}
