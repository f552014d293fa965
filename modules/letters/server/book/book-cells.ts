import { formatDate, localDate, localizeDigits } from '@peyvand/persian'
import type { Ctx } from '@peyvand/platform/server'
import { paperText } from '@peyvand/platform/server'
import type { BookEntry } from '../../contract/index.ts'

/** Columns of the book on paper and in files, in order; each is a key of its text. */
export const bookColumns = {
  registryNo: 'letters.registryNo',
  registeredAt: 'letters.registeredAt',
  direction: 'activities.direction',
  subject: 'activities.field.subject',
  counterpart: 'letters.counterpart',
  letterNo: 'letters.letterNo',
  letterDate: 'letters.letterDate',
  enclosures: 'letters.enclosures',
  owner: 'activities.field.owner',
  state: 'letters.state',
} as const
export type BookColumn = keyof typeof bookColumns

/** A line of the book as texts in the caller's language. */
export function bookCells(ctx: Ctx, entry: BookEntry): Record<BookColumn, string> {
  const { locale } = ctx
  const t = (key: string) => ctx.registry.translate(locale, key)
  const day = (date: string) => formatDate(date, { locale, style: 'short' })
  const { letter } = entry
  return {
    registryNo: localizeDigits(entry.registryNo, locale),
    registeredAt: day(localDate(entry.registeredAt, ctx.timeZone)),
    direction: t(`letters.class.${entry.direction}`),
    subject: letter?.subject ?? t('letters.notShown'),
    counterpart: letter?.counterpart ?? '',
    letterNo: letter?.letterNo ? paperText(letter.letterNo, locale) : '',
    letterDate: letter?.letterDate ? day(letter.letterDate) : '',
    enclosures: letter?.enclosures ? localizeDigits(String(letter.enclosures), locale) : '',
    owner: letter?.owner ?? '',
    state: entry.voided ? t('letters.void') : letter?.overdue ? t('activities.overdue') : '',
  }
}
