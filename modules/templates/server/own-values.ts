import { getProfile } from '@peyvand/identity/server'
import {
  formatDate,
  formatMonth,
  formatPhone,
  formatTime,
  localDate,
  localizeDigits,
  toJalali,
  weekday,
  weekdayNames,
} from '@peyvand/persian'
import type { Locale } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import type { FieldValue, FieldValues } from './field-value.ts'

/** The fields `user.*`, `firm.*` and `date.*`: who writes, for which firm, and when. */
export async function ownValues(ctx: Ctx, language: Locale): Promise<FieldValues> {
  const { actor } = ctx
  const profile = actor.userId ? await getProfile(ctx) : null
  const mobile = profile?.mobile ?? null
  return new Map<string, FieldValue>([
    ['user.name', actor.name],
    ['user.jobTitle', profile?.jobTitle ?? null],
    ['user.email', profile?.email ?? null],
    ['user.mobile', mobile && formatPhone(mobile, language)],
    ['user.signature', profile?.signature ?? null],
    ['firm.name', actor.firm.name],
    ...dateValues(ctx, language),
  ])
}

function dateValues(ctx: Ctx, locale: Locale): [string, FieldValue][] {
  const now = ctx.now()
  const { timeZone } = ctx
  const today = localDate(now, timeZone)
  const year = locale === 'fa' ? toJalali(today).year : Number(today.slice(0, 4))
  return [
    ['date.today', formatDate(today, { locale })],
    ['date.weekday', weekdayNames(locale)[weekday(today)] ?? null],
    ['date.time', formatTime(now, { locale, timeZone })],
    ['date.month', formatMonth(today, { locale })],
    ['date.year', localizeDigits(String(year), locale)],
  ]
}
