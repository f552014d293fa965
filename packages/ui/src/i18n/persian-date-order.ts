const yearFirst = /([۰-۹]{4}) ([\p{L}\u200c]+)(?: ([۰-۹]{1,2}))?(?:, ([\p{L}\u200c]+))?/gu

/**
 * Puts a date written by ICU for Persian into the order Persians say it: «۱۴۰۵ آذر ۱, یکشنبه» becomes
 * «یکشنبه ۱ آذر ۱۴۰۵» and «۱۴۰۵ آذر» becomes «آذر ۱۴۰۵». Other text stays.
 */
export const persianDateOrder = (text: string): string =>
  text.replace(yearFirst, (_, year: string, month: string, day?: string, weekday?: string) =>
    [weekday, day, month, year].filter(Boolean).join(' '),
  )
