import {
  amountInWords,
  type DateStyle,
  formatDate,
  formatDateTime,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPhone,
  formatTime,
  joinList,
  localDate,
  localizeDigits,
  type MoneyUnit,
  relativeDate,
  relativeTime,
} from '@peyvand/persian'
import { useMemo } from 'react'
import { useUi } from './ui-context.ts'

/**
 * Everything shown to a reader goes through one of these, in the language, zone and money unit of the
 * nearest UiProvider. Dates are `YYYY-MM-DD`, instants ISO UTC, amounts whole Rial as string or bigint.
 */
export const useFormat = () => {
  const { locale, timeZone, moneyUnit } = useUi()
  return useMemo(
    () => ({
      date: (iso: string, style?: DateStyle) => formatDate(iso, style ? { locale, style } : { locale }),
      month: (iso: string) => formatMonth(iso, { locale }),
      time: (instant: string) => formatTime(instant, { locale, timeZone }),
      dateTime: (instant: string, style?: DateStyle) =>
        formatDateTime(instant, style ? { locale, timeZone, style } : { locale, timeZone }),
      /** «۳ ساعت پیش»; `now` is a parameter so that lists share one clock. */
      relative: (instant: string, now: string | Date = new Date()) =>
        relativeTime(instant, { now, locale, timeZone }),
      /** «امروز», «دیروز», «۲ هفته بعد» */
      relativeDate: (iso: string, today: string = localDate(new Date(), timeZone)) =>
        relativeDate(iso, { today, locale }),
      number: (value: number | bigint | string, options: { decimals?: number; grouping?: boolean } = {}) =>
        formatNumber(value, { locale, ...options }),
      percent: (ratio: number, decimals = 1) => formatPercent(ratio, { locale, decimals }),
      money: (
        rial: string | bigint,
        options: { unit?: MoneyUnit; withUnit?: boolean; parentheses?: boolean } = {},
      ) => formatMoney(rial, { locale, unit: moneyUnit, ...options }),
      moneyInWords: (rial: string | bigint, unit: MoneyUnit = moneyUnit) => amountInWords(rial, { unit }),
      /** Show it inside Bdi. */
      phone: (e164: string) => formatPhone(e164, locale),
      /** A code or document number: digits of the language, nothing else changed. */
      digits: (text: string | number) => localizeDigits(String(text), locale),
      list: (items: readonly string[]) => joinList(items, locale),
    }),
    [locale, timeZone, moneyUnit],
  )
}

export type Format = ReturnType<typeof useFormat>
