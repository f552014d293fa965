import { asFirm, listFirms } from '@peyvand/identity/server'
import { verifyAudit } from '@peyvand/platform/server'
import { type Command, CommandError } from './command.ts'
import { firmNumber, firmOption } from './user.ts'

export const auditVerifyCommand: Command = {
  name: 'audit verify',
  summary: {
    fa: 'زنجیرهٔ رخدادنگاری را دوباره حساب می‌کند و دست‌کاری را نشان می‌دهد',
    en: 'Recompute the chain of the audit log and show what was tampered with',
  },
  options: { firm: firmOption },
  run: async (cli) => {
    const only = firmNumber(cli)
    const firms = await cli.withApp(async (app) => {
      const all = await listFirms(app)
      const results = []
      for (const { tenantId, name } of all.filter((firm) => only === undefined || firm.tenantId === only)) {
        results.push({ tenantId, name, ...(await asFirm(app, tenantId, verifyAudit)) })
      }
      return results
    })
    const faults = firms.reduce((count, firm) => count + firm.faults.length, 0)
    cli.answer(
      { ok: faults === 0, firms },
      firms.flatMap(({ name, sealed, unsealed, faults: found }) => [
        cli.text({
          fa: `${name}: ${sealed} رخداد مهرشده، ${unsealed} در انتظار مهر، ${found.length} خطا`,
          en: `${name}: ${sealed} sealed entries, ${unsealed} waiting for a seal, ${found.length} faults`,
        }),
        ...found.slice(0, 20).map(({ day, seq, kind, auditId }) => `  ${day} #${seq} ${kind} ${auditId}`),
      ]),
    )
    if (faults > 0) {
      throw new CommandError({
        fa: 'رخدادنگاری بیرون از برنامه تغییر کرده است.',
        en: 'The audit log was changed outside the program.',
      })
    }
  },
}
