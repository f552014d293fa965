import { readFile } from 'node:fs/promises'
import { asFirm, listFirms, listFirmUsers } from '@peyvand/identity/server'
import { DuplicateChoice, MappingByHeader } from '@peyvand/imports/contract'
import { importFile } from '@peyvand/imports/server'
import type { Actor, App } from '@peyvand/platform/server'
import { z } from 'zod'
import { type Cli, type Command, CommandError, UsageError } from './command.ts'
import { emailOf } from './firm.ts'
import { firmNumber, firmOption } from './user.ts'

export const importCommand: Command = {
  name: 'import',
  summary: {
    fa: 'مخاطبان یا رکوردهای دیگر را از فایل CSV، XLSX یا vCard وارد می‌کند',
    en: 'Import parties or other records from a CSV, XLSX or vCard file',
  },
  positionals: ['FILE'],
  options: {
    record: {
      type: 'string',
      value: 'parties|products|deals|records:KEY',
      default: 'parties',
      label: { fa: 'نوع رکوردها', en: 'the type of the records' },
    },
    group: {
      type: 'string',
      value: 'KEY,KEY',
      label: {
        fa: 'گروه‌هایی که رکوردهای تازه به آن‌ها می‌پیوندند',
        en: 'groups that new records join, such as customers',
      },
    },
    duplicates: {
      type: 'string',
      value: 'skip|fill|overwrite|new',
      default: 'skip',
      label: { fa: 'رفتار با ردیف‌های تکراری', en: 'what to do with rows of records that exist' },
    },
    owner: {
      type: 'string',
      value: 'EMAIL',
      label: {
        fa: 'ایمیل کاربری که مسئول رکوردهای تازه می‌شود',
        en: 'e-mail of the user who becomes the owner of new records',
      },
    },
    mapping: {
      type: 'string',
      value: 'FILE',
      label: {
        fa: 'فایل JSON ستون‌ها؛ بدون آن حدس زده می‌شوند',
        en: 'JSON file of the columns; guessed where it is left out',
      },
    },
    'dry-run': { type: 'boolean', label: { fa: 'فقط بررسی، بدون نوشتن', en: 'try all rows, write none' } },
    firm: firmOption,
  },
  run: async (cli) => {
    const [path] = cli.positionals
    if (!path) throw new UsageError({ fa: 'نام فایل را بدهید.', en: 'Name the file.' })
    const duplicates = DuplicateChoice.safeParse(cli.option('duplicates') ?? 'skip')
    if (!duplicates.success)
      throw new UsageError({
        fa: 'مقدار ‎--duplicates درست نیست.',
        en: '--duplicates must be skip, fill, overwrite or new.',
      })
    const groups = (cli.option('group') ?? '')
      .split(',')
      .map((key) => key.trim())
      .filter(Boolean)
    const mapping = await readMapping(cli.option('mapping'))
    const { counts, errors } = await cli.withApp(async (app) => {
      const actor = await actorOfFirm(app, cli)
      const ownerId = await ownerOf(app, actor.firm.tenantId, cli)
      return importFile(app, actor, {
        path,
        record: cli.option('record') ?? 'parties',
        mapping,
        settings: {
          duplicates: duplicates.data,
          ...(groups.length > 0 ? { groups } : {}),
          ...(ownerId ? { ownerId } : {}),
        },
        dryRun: cli.flag('dry-run'),
        onProgress: (done, total) => cli.progress(done, total),
      })
    })
    cli.answer({ counts, errors }, [
      cli.text({
        fa: `${counts.rows} ردیف: ${counts.new} جدید، ${counts.updated} به‌روزرسانی، ${counts.duplicates} تکراری، ${counts.invalid} دارای خطا`,
        en: `${counts.rows} rows: ${counts.new} new, ${counts.updated} updated, ${counts.duplicates} duplicates, ${counts.invalid} invalid`,
      }),
      ...errors.map(({ row, column, message }) => `${row}\t${column}\t${message}`),
    ])
  },
}

const Column = z.union([
  z.string().transform((field) => ({ field })),
  z.object({ field: z.string().nullable() }).loose(),
])
const ByName = z.object({ columns: z.record(z.string(), Column), settings: z.unknown().optional() })

/** As saved templates have it, or shorter: `{ "columns": { "نام شرکت": "organizationName" } }`. */
async function readMapping(path: string | undefined): Promise<MappingByHeader | undefined> {
  if (!path) return undefined
  try {
    const given: unknown = JSON.parse(await readFile(path, 'utf8'))
    const short = ByName.safeParse(given)
    if (!short.success) return MappingByHeader.parse(given)
    const columns = Object.entries(short.data.columns).map(([header, column]) => ({ header, ...column }))
    return MappingByHeader.parse({ columns, settings: short.data.settings })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError({
      fa: `فایل ستون‌ها درست نیست: ${reason}`,
      en: `The mapping file is not right: ${reason}`,
    })
  }
}

/** The active user whose e-mail was typed; undefined for none. */
async function ownerOf(app: App, tenantId: number, cli: Cli): Promise<string | undefined> {
  if (cli.option('owner') === undefined) return undefined
  const email = emailOf(cli, 'owner')
  const owner = (await listFirmUsers(app, tenantId)).find((user) => user.email.toLowerCase() === email)
  if (!owner)
    throw new CommandError({ fa: `کاربری با ایمیل ${email} نیست.`, en: `No user has the e-mail ${email}.` })
  return owner.id
}

/** Peyvand itself at work for the firm that was named, or the only one. */
export async function actorOfFirm(app: App, cli: Cli): Promise<Actor> {
  const firms = await listFirms(app)
  const wanted = firmNumber(cli)
  const firm = wanted ? firms.find(({ tenantId }) => tenantId === wanted) : firms[0]
  if (!firm || (!wanted && firms.length > 1)) {
    throw new CommandError({
      fa: 'شرکت پیدا نشد؛ شمارهٔ آن را با ‎--firm بدهید.',
      en: 'No such firm; give its number by --firm.',
    })
  }
  // Texts that the work leaves, such as the faults of rows, are in the language of the command.
  return { ...(await asFirm(app, firm.tenantId, async (ctx) => ctx.actor)), locale: cli.locale }
}
