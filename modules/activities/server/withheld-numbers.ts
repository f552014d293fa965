import { shownPhone } from '@peyvand/parties/server'
import { searchTerms } from '@peyvand/persian'
import { type Ctx, fieldRule } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Activity, ActivityKind } from '../contract/index.ts'

/**
 * The numbers of calls, faxes and messages are phones of parties: who may not see those (`parties.phones`) does not
 * see, find or filter by these.
 */
type Numbers = Pick<Activity, 'call' | 'fax' | 'message'>

const numbered: readonly ActivityKind[] = ['call', 'fax']

/** Whether the caller's role withholds phone numbers, wholly or in part. */
export function withholdsNumbers({ actor }: Ctx): boolean {
  const rule = fieldRule(actor, 'parties.phones')
  return rule === 'hidden' || rule === 'masked'
}

const numberFields = new Set(['number', 'call.number', 'fax.number', 'message.sender', 'message.addresses'])

/** Whether a field of the history of activities holds numbers that the caller's role withholds. */
export const withholdsField = (ctx: Ctx, field: string): boolean =>
  numberFields.has(field) && withholdsNumbers(ctx)

/** The number of an activity as the caller may see it. */
export const shownNumber = (ctx: Ctx, kind: ActivityKind, number: string | null): string | null =>
  numbered.includes(kind) ? shown(ctx, number) : number

/** The particulars of an activity as the caller may see them. */
export function showNumbers<T extends Numbers>(ctx: Ctx, details: T): T {
  if (!withholdsNumbers(ctx)) return details
  const { call, fax, message } = details
  return {
    ...details,
    call: call && { ...call, number: shown(ctx, call.number) },
    fax: fax && { ...fax, number: shown(ctx, fax.number) },
    message: message && {
      ...message,
      sender: isPhone(message.sender) ? shown(ctx, message.sender) : message.sender,
      addresses: message.addresses.flatMap((address) =>
        isPhone(address) ? (shown(ctx, address) ?? []) : address,
      ),
    },
  }
}

/** Particulars to store: what came back as the caller was shown it stays what it was. */
export function keepWithheld<T extends Numbers>(ctx: Ctx, given: T, stored: Numbers): T {
  if (!withholdsNumbers(ctx)) return given
  const seen = showNumbers(ctx, stored)
  const { call, fax, message } = given
  return {
    ...given,
    call:
      call && stored.call && call.number === seen.call?.number
        ? { ...call, number: stored.call.number }
        : call,
    fax: fax && stored.fax && fax.number === seen.fax?.number ? { ...fax, number: stored.fax.number } : fax,
    message:
      message && stored.message
        ? {
            ...message,
            sender: message.sender === seen.message?.sender ? stored.message.sender : message.sender,
            addresses: same(message.addresses, seen.message?.addresses)
              ? stored.message.addresses
              : message.addresses,
          }
        : message,
  }
}

/** Leaves out, for such callers, what a search by digits could have found by a withheld number. */
export function notByNumber(ctx: Ctx, text: string): RawBuilder<SqlBool> {
  const byDigits = searchTerms(text).some((term) => /\d/.test(term))
  return byDigits && withholdsNumbers(ctx) ? sql`a.kind not in ('call', 'fax', 'message')` : sql`true`
}

const isPhone = (text: string | null): boolean => text !== null && /^\+?[\d\s()-]{5,}$/.test(text)

const shown = (ctx: Ctx, number: string | null): string | null =>
  shownPhone(number, fieldRule(ctx.actor, 'parties.phones'), ctx.locale)

const same = (a: readonly string[], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index])
