import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { storedFile } from '@peyvand/files/server'
import type { ExportFormat } from '@peyvand/imports/contract'
import { exportList } from '@peyvand/imports/server'
import { withCtx } from '@peyvand/platform/server'
import { type Command, UsageError } from './command.ts'
import { actorOfFirm } from './import.ts'
import { firmOption } from './user.ts'

/** By the ending of the file's name. */
const formats: Record<string, ExportFormat> = { csv: 'csv', xlsx: 'xlsx', vcf: 'vcard' }

export const exportCommand: Command = {
  name: 'export',
  summary: {
    fa: 'مخاطبان را در فایل CSV، XLSX یا vCard می‌نویسد',
    en: 'Write parties to a CSV, XLSX or vCard file',
  },
  positionals: ['FILE'],
  options: {
    group: { type: 'string', value: 'KEY', label: { fa: 'فقط یک گروه', en: 'one group only' } },
    firm: firmOption,
  },
  run: async (cli) => {
    const [path = ''] = cli.positionals
    const format = formats[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '']
    if (!format)
      throw new UsageError({
        fa: 'نام فایل باید به ‎.csv، ‎.xlsx یا ‎.vcf پایان یابد.',
        en: 'The file must end in .csv, .xlsx or .vcf.',
      })
    const group = cli.option('group')
    await cli.withApp(async (app) => {
      const actor = await actorOfFirm(app, cli)
      const filter = group ? { field: 'groups', op: 'in' as const, value: [group] } : undefined
      const fileId = await exportList(app, actor, {
        request: { record: 'parties', selection: { all: true, ...(filter ? { filter } : {}) }, format },
        onProgress: (done, total) => cli.progress(done, total),
      })
      const { storageKey } = await withCtx(app, {
        actor,
        readOnly: true,
        run: (ctx) => storedFile(ctx, fileId),
      })
      await pipeline(await app.storage.get(storageKey), createWriteStream(path))
    })
    cli.answer({ file: path }, [path])
  },
}
