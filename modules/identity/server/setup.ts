import type { Locale } from '@peyvand/platform/contract'
import { type App, AppError, type BothLanguages, StartupError } from '@peyvand/platform/server'
import type { Setup, SetupStatus } from '../contract/index.ts'
import { directory } from './directory.ts'
import { createFirm } from './firms.ts'
import { sampleDataWished } from './hooks.ts'
import { identityById } from './identities.ts'
import type { Client } from './sessions.ts'
import { globally, openSession, type SignInResult } from './sign-in.ts'
import { beginAttempt } from './sign-in-attempts.ts'

export async function setupStatus(app: App): Promise<SetupStatus> {
  const firms = await directory.firmIds(app)
  return { needed: firms.length === 0, sampleData: app.registry.fillsOf(sampleDataWished.name).length > 0 }
}

/** Makes the first firm from the setup page and signs its administrator in. @throws AppError setup.done (409) */
export async function setUp(
  app: App,
  { firmName, name, email, password, ...rest }: Setup,
  client: Client,
): Promise<{ session: SignInResult; operationId: string | null }> {
  const firm = await createFirm(app, {
    ...rest,
    name: firmName,
    administrator: { name, email, password },
    onlyFirst: true,
  })
  const identity = await globally(app, (db) => identityById(db, firm.identityId))
  const attempt = await beginAttempt(app, email, client)
  const session = await openSession(app, { identity, attempt, remember: true, client })
  return { session, operationId: firm.operationId }
}

interface SetupSettings {
  firm: string
  email: string
  password: string
  locale: Locale
}

/**
 * Makes the first firm that PEYVAND_SETUP_… describes; nothing happens when there is one.
 * @throws StartupError setup.password when the password is refused.
 */
export async function setupFromEnvironment(app: App, setup: SetupSettings | undefined): Promise<void> {
  if (!setup || (await directory.firmIds(app)).length > 0) return
  const { firm, email, password, locale } = setup
  const name = locale === 'fa' ? 'مدیر سامانه' : 'Administrator'
  try {
    await createFirm(app, {
      name: firm,
      locale,
      administrator: { name, email: email.toLowerCase(), password },
      onlyFirst: true,
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // Another process of the program was first.
    if (error.code === 'setup.done') return
    const text = (language: Locale) =>
      app.registry.translate(language, `error.${error.code}`, error.options.params)
    const both: BothLanguages = {
      fa: `PEYVAND_SETUP_PASSWORD: ${text('fa')}`,
      en: `PEYVAND_SETUP_PASSWORD: ${text('en')}`,
    }
    throw new StartupError('setup.password', both, { cause: error })
  }
}
