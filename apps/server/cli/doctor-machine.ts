import { existsSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Finding } from '@peyvand/platform/database'
import type { Settings } from '@peyvand/platform/settings'
import { shelvedBackups } from '../backup/backup-shelf.ts'

const gigabyte = 1024 ** 3

/** The key that signs and encrypts: there, and readable by this account alone. */
export function examineSecretKey(path: string): Finding {
  const code = 'secretKey'
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) {
    return {
      code,
      ok: true,
      message: {
        fa: `کلید پنهان هنوز ساخته نشده است؛ نخستین اجرا آن را در ${path} می‌سازد`,
        en: `there is no secret key yet; the first start makes it at ${path}`,
      },
    }
  }
  const isPrivate = process.platform === 'win32' || (found.mode & 0o077) === 0
  return {
    code,
    ok: isPrivate,
    message: isPrivate
      ? { fa: 'کلید پنهان هست و تنها همین حساب آن را می‌خواند', en: 'the secret key is there and private' }
      : {
          fa: `دیگران هم می‌توانند کلید پنهان را بخوانند؛ این را اجرا کنید: chmod 600 ${path}`,
          en: `Others can read the secret key; run: chmod 600 ${path}`,
        },
  }
}

/** Room for data, backups and the database's own work. */
export function examineDisk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(nearest(folder))
  const free = (bavail * bsize) / gigabyte
  const text = free.toFixed(1)
  return {
    code: 'disk',
    ok: free >= 1,
    message:
      free >= 1
        ? { fa: `${text} گیگابایت فضای خالی در ${folder}`, en: `${text} GB free at ${folder}` }
        : {
            fa: `تنها ${text} گیگابایت فضای خالی در ${folder} مانده است؛ دست‌کم یک گیگابایت آزاد کنید.`,
            en: `Only ${text} GB is free at ${folder}; make room for at least one.`,
          },
  }
}

const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(dirname(folder)))

/** Nightly backups come, and the newest was proved. */
export async function examineBackups({ folder, at }: Settings['backup']): Promise<Finding> {
  const code = 'backups'
  if (at === null)
    return {
      code,
      ok: true,
      message: { fa: 'پشتیبان‌گیری شبانه خاموش است', en: 'nightly backups are switched off' },
    }
  const [newest] = await shelvedBackups(folder)
  if (!newest)
    return {
      code,
      ok: true,
      message: {
        fa: `هنوز نسخهٔ پشتیبانی نیست؛ نخستین آن ساعت ${at} ساخته می‌شود`,
        en: `there is no backup yet; the first is due at ${at}`,
      },
    }
  const days = Math.floor((Date.now() - newest.takenAt.getTime()) / 86_400_000)
  const isFaulty = newest.check?.ok === false
  if (days < 2 && !isFaulty)
    return {
      code,
      ok: true,
      message: { fa: `آخرین نسخهٔ پشتیبان: ${newest.folder}`, en: `the last backup is ${newest.folder}` },
    }
  return {
    code,
    ok: false,
    message: isFaulty
      ? {
          fa: `بازیابی آزمایشی ${newest.folder} درست نبود: ${newest.check?.faults.join('؛ ')}. فضای دیسک را بررسی و npm run peyvand -- backup را اجرا کنید.`,
          en: `The trial restore of ${newest.folder} failed: ${newest.check?.faults.join('; ')}. Check the disk and run npm run peyvand -- backup.`,
        }
      : {
          fa: `آخرین نسخهٔ پشتیبان ${days} روز پیش ساخته شده است؛ روشن بودن برنامه و فضای دیسک را بررسی کنید.`,
          en: `The last backup is ${days} days old: check that the program runs and the disk has room.`,
        },
  }
}
