import type { Label, Locale } from '@peyvand/platform/contract'
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

/** Why a record is open or closed to somebody; `key` is a text with its `params`. */
export interface AccessReason {
  opens: boolean
  key: string
  params?: Record<string, string>
}

export interface RecordAccess {
  /** The type whose permissions are meant, where the record is asked for by another name. */
  type?: string
  /** The record's own name. */
  name: string
  sees: boolean
  reasons: readonly AccessReason[]
  /** Permissions of the record's type that reach this record (`parties.update`). */
  allowed: readonly string[]
}

/**
 * Asked, with a context of the person in question, why they see a record or not. Filled with the very rules that
 * reads go by; null for records of other modules and for such as are not there.
 */
export const accessAsked = defineHook<{ record: string; recordId: string }, RecordAccess | null>(
  'identity.accessAsked',
)

/** Asked whether the caller's field rules withhold what a change of the audit log did to a field of a record. */
export const changeWithheld = defineHook<{ record: string; field: string }, boolean>(
  'identity.changeWithheld',
)

/** Asked which of these records are closed to the caller even in the audit log: confidential ones of others. */
export const recordsWithheld = defineHook<{ record: string; ids: readonly string[] }, readonly string[]>(
  'identity.recordsWithheld',
)

/** What a user has in hand of one kind; the kind is the module's own word. */
export interface Work {
  kind: string
  label: Label
  count: number
}

/** Asked what a user owns and has in hand, whoever may see it. */
export const workOfUser = defineHook<{ userId: string }, Work[]>('identity.workOfUser')

export interface HandOver {
  kind: string
  userId: string
  /** An active colleague. */
  toId: string
}

export interface HandedOver {
  count: number
  /** Where it goes on as an operation. */
  operationId: string | null
}

/** Asked to give a user's work of a kind to a colleague; null for kinds of other modules. */
export const handOverWork = defineHook<HandOver, HandedOver | null>('identity.handOverWork')
