import type { Locale } from '@peyvand/platform/contract'
import { defineHook } from '@peyvand/platform/server'

/** Asked in the transaction that makes a firm: modules insert their ready groups, values and series. */
export const firmCreated = defineHook<{ locale: Locale }, void>('identity.firmCreated')

/** Asked when a new firm wishes sample data: starts the work and answers its operation's id. */
export const sampleDataWished = defineHook<{ locale: Locale }, string>('identity.sampleDataWished')
