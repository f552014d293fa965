import { type Finding, testDatabase, withClient } from '@peyvand/platform/database'
import { startupReason } from '@peyvand/platform/server'
import { openDatabase } from '../open-database.ts'
import { type Command, CommandError } from './command.ts'
import { examineJobs, examineMigrations, examineRoles } from './doctor-database.ts'
import { examineBackups, examineDisk, examineSecretKey } from './doctor-machine.ts'
import { errorLog } from './error-log.ts'

/** Looks at everything the program needs and says how to mend what is wrong; changes nothing. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: {
    fa: 'پایگاه داده، جست‌وجو، کارها، فضای دیسک و کلید را می‌آزماید و راه رفع هر ایراد را می‌گوید',
    en: 'Examine database, search, jobs, disk and key, and say how to mend what is wrong',
  },
  options: {},
  run: async (cli) => {
    const { settings } = cli
    const findings: Finding[] = [
      examineSecretKey(settings.secretKeyFile),
      examineDisk(settings.dataDir),
      await examineBackups(settings.backup),
      ...(await openDatabase({ settings, log: errorLog, join: true }).then(
        async ({ roles, close }) => {
          try {
            return await withClient(roles.owner, async (client) => [
              ...(await testDatabase(client)),
              examineRoles(roles),
              await examineMigrations(client),
              await examineJobs(client),
            ])
          } finally {
            await close()
          }
        },
        (error: unknown) => [unreachable(error)],
      )),
    ]
    const ok = findings.every((finding) => finding.ok)
    cli.answer(
      {
        ok,
        checks: findings.map(({ code, ok: isOk, message }) => ({
          code,
          ok: isOk,
          message: cli.text(message),
        })),
      },
      findings.map(({ ok: isOk, message }) => `${isOk ? '✓' : '✗'} ${cli.text(message)}`),
    )
    if (!ok)
      throw new CommandError({ fa: 'برخی از موارد بالا درست نیست.', en: 'Some of the above is not right.' })
  },
}

function unreachable(error: unknown): Finding {
  const known = startupReason(error)
  if (known) return { code: known.code, ok: false, message: known.text }
  const reason = error instanceof Error ? error.message : String(error)
  return {
    code: 'database.unreachable',
    ok: false,
    message: {
      fa: `پایگاه داده پاسخ نمی‌دهد: ${reason}. نشانی DATABASE_URL و روشن بودن سرور پایگاه داده را بررسی کنید.`,
      en: `The database does not answer: ${reason}. Check DATABASE_URL and that the server runs.`,
    },
  }
}
