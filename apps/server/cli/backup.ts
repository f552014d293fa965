import { resolve } from 'node:path'
import { type ShelvedBackup, shelvedBackups } from '../backup/backup-shelf.ts'
import { checkBackup, rowsIn } from '../backup/check-backup.ts'
import { takeBackup } from '../backup/take-backup.ts'
import { type Command, CommandError } from './command.ts'
import { errorLog } from './error-log.ts'

export const backupCommand: Command = {
  name: 'backup',
  summary: {
    fa: 'از همهٔ داده‌ها و فایل‌ها نسخهٔ پشتیبان می‌گیرد و آن را با یک بازیابی آزمایشی می‌سنجد',
    en: 'Back up all data and files, and prove the backup by restoring it into a scratch database',
  },
  options: {
    to: {
      type: 'string',
      value: 'FOLDER',
      label: { fa: 'جایی جز پوشهٔ همیشگی', en: 'another place than the usual folder' },
    },
    'no-check': { type: 'boolean', label: { fa: 'بی بازیابی آزمایشی', en: 'without the trial restore' } },
  },
  run: async (cli) => {
    const { settings } = cli
    const shelf = cli.option('to')
    const { folder, manifest } = await cli.withApp((app) =>
      takeBackup({ app, settings, onProgress: cli.progress, ...(shelf ? { shelf: resolve(shelf) } : {}) }),
    )
    const check = cli.flag('no-check') ? null : await checkBackup({ folder, settings, log: errorLog })
    const rows = rowsIn(manifest)
    cli.answer({ folder, takenAt: manifest.takenAt, rows, files: manifest.files.length, check }, [
      cli.text({
        fa: `${rows} سطر و ${manifest.files.length} فایل در ${folder}`,
        en: `${rows} rows and ${manifest.files.length} files at ${folder}`,
      }),
      ...(check?.ok
        ? [cli.text({ fa: 'بازیابی آزمایشی درست بود.', en: 'The trial restore went well.' })]
        : []),
    ])
    if (check && !check.ok)
      throw new CommandError({
        fa: `بازیابی آزمایشی درست نبود: ${check.faults.join('؛ ')}`,
        en: `The trial restore did not go well: ${check.faults.join('; ')}`,
      })
  },
}

export const backupListCommand: Command = {
  name: 'backup list',
  summary: { fa: 'نسخه‌های پشتیبان موجود، تازه‌ترین در آغاز', en: 'The backups that exist, newest first' },
  options: {},
  run: async (cli) => {
    const backups = await shelvedBackups(cli.settings.backup.folder)
    cli.answer(
      { items: backups.map(({ takenAt, ...rest }) => ({ ...rest, takenAt: takenAt.toISOString() })) },
      backups.map((one) => `${one.takenAt.toISOString()}\t${cli.text(stateOf(one))}\t${one.folder}`),
    )
  },
}

const stateOf = ({ check }: ShelvedBackup) =>
  check === null
    ? { fa: 'آزموده نشده', en: 'not proved' }
    : check.ok
      ? { fa: 'بازیابی‌پذیر', en: 'restorable' }
      : { fa: 'دارای ایراد', en: 'faulty' }
