import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartupError } from './startup-error.ts'

/** An error as what the administrator can mend, files that another account owns among them; null for a bug. */
export function startupReason(error: unknown): StartupError | null {
  if (error instanceof StartupError) return error
  const { code, path } = error as NodeJS.ErrnoException
  return (code === 'EACCES' || code === 'EPERM') && path ? notYours(path, { cause: error }) : null
}

/** Why the program may not use a file or folder: whose it is, who runs the program, and what to do. */
export function notYours(path: string, options?: ErrorOptions): StartupError {
  const me = accountName(process.getuid?.() ?? 0)
  const owner = ownerOf(path)
  return new StartupError(
    'files.notYours',
    {
      en: `${path} belongs to the account "${owner}" of this system, and Peyvand was started as "${me}", who may not use it. Start it as "${owner}", give the whole data folder to "${me}" (chown -R ${me} FOLDER), or set PEYVAND_DATA_DIR to another folder.`,
      fa: `مسیر ${path} از آنِ حساب «${owner}» در این سیستم است و پیوند با حساب «${me}» اجرا شده که اجازهٔ کار با آن را ندارد. پیوند را با حساب «${owner}» اجرا کنید، همهٔ پوشهٔ داده‌ها را به «${me}» واگذارید (chown -R ${me} FOLDER) یا در PEYVAND_DATA_DIR پوشهٔ دیگری بنویسید.`,
    },
    options,
  )
}

/** Of what cannot even be looked at, the owner of the nearest folder around it that can. */
function ownerOf(path: string): string {
  try {
    return accountName(statSync(path).uid)
  } catch {
    const around = dirname(path)
    return around === path ? '?' : ownerOf(around)
  }
}

function accountName(uid: number): string {
  try {
    const entries = readFileSync('/etc/passwd', 'utf8').split('\n')
    const own = entries.find((entry) => entry.split(':')[2] === String(uid))
    return own?.split(':')[0] ?? String(uid)
  } catch {
    return String(uid)
  }
}
