import type { Locale } from '@peyvand/platform/contract'
import { defineHook } from '@peyvand/platform/server'

/**
 * Asked once per module and firm, when the firm is made or when a later version brings the module: it inserts its
 * ready groups, series and settings.
 */
export const firmCreated = defineHook<{ locale: Locale }, void>('identity.firmCreated')

/** Asked before `firmCreated` whenever modules are new to a firm; must do nothing where nothing is missing. */
export const modulesIntroduced = defineHook<void, void>('identity.modulesIntroduced')

/** Asked when a new firm wishes sample data: starts the work and answers its operation's id. */
export const sampleDataWished = defineHook<{ locale: Locale }, string>('identity.sampleDataWished')

/** Asked to send an e-mail, once per key, with this transaction; true where a mail server takes it. */
export const mailWished = defineHook<
  { key: string; to: string; toName: string; subject: string; text: string },
  boolean
>('identity.mailWished')
