import { asFirm, listFirms } from '@peyvand/identity/server'
import { fillFirm } from '../sample-data/fill-firm.ts'
import { type Command, CommandError, UsageError } from './command.ts'

export const sampleDataCommand: Command = {
  name: 'sample-data',
  summary: {
    fa: 'شرکت را با داده‌های نمونهٔ یک سال پر می‌کند',
    en: 'Fill a firm with a made-up year of work',
  },
  options: {
    parties: {
      type: 'string',
      value: 'N',
      default: '2000',
      label: { fa: 'تعداد پرونده‌ها', en: 'how many parties' },
    },
    seed: {
      type: 'string',
      value: 'S',
      default: '1405',
      label: { fa: 'عددی که همان داده‌ها را دوباره می‌سازد', en: 'a number; the same one makes the same data' },
    },
    firm: {
      type: 'string',
      value: 'NUMBER',
      label: { fa: 'شمارهٔ شرکت، اگر بیش از یکی هست', en: 'number of the firm where there are several' },
    },
  },
  run: async (cli) => {
    const [parties, seed] = [Number(cli.option('parties')), Number(cli.option('seed'))]
    if (!Number.isInteger(parties) || parties < 1 || parties > 200_000 || !Number.isInteger(seed)) {
      throw new UsageError({
        fa: 'تعداد باید عددی از ۱ تا ۲۰۰٬۰۰۰ باشد.',
        en: '--parties must be a number from 1 to 200,000 and --seed a whole number.',
      })
    }
    const filled = await cli.withApp(async (app) => {
      const firms = await listFirms(app)
      const wanted = cli.option('firm')
      const firm = wanted ? firms.find(({ tenantId }) => tenantId === Number(wanted)) : firms[0]
      if (!firm || (!wanted && firms.length > 1)) {
        throw new CommandError({
          fa: 'شرکت پیدا نشد؛ شمارهٔ آن را با ‎--firm بدهید.',
          en: 'No such firm; give its number by --firm.',
        })
      }
      const actor = await asFirm(app, firm.tenantId, async (ctx) => ctx.actor)
      return fillFirm(app, {
        firm: actor.firm,
        locale: actor.locale,
        parties,
        seed,
        onProgress: async (done) => cli.progress(done, parties),
      })
    })
    cli.answer(filled, [
      cli.text({
        fa: `${filled.parties} پرونده، ${filled.activities} فعالیت، ${filled.referrals} ارجاع، ${filled.deals} فرصت و ${filled.documents} سند ساخته شد.`,
        en: `Made ${filled.parties} parties, ${filled.activities} activities, ${filled.referrals} referrals, ${filled.deals} deals and ${filled.documents} documents.`,
      }),
    ])
  },
}
