import { z } from 'zod'

export const Email = z.string().trim().toLowerCase().max(200).pipe(z.email())

/** Its rules (length, not the e-mail, not a common one) are judged where the e-mail is known. */
export const Password = z.string().min(1).max(200)

export const NameText = z.string().trim().min(1).max(120)
export const OptionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .transform((text) => text || null)

/** A token of a link that was handed to one person. */
export const LinkToken = z.string().min(20).max(200)

/** Six digits of the authenticator app (any digits) or a backup code. */
export const SecondFactorCode = z.string().trim().min(6).max(20)

export const Theme = z.enum(['system', 'light', 'dark'])
export const MoneyUnit = z.enum(['rial', 'toman'])

export const TimeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, { message: 'timeZone', params: { code: 'timeZone' } })

function isTimeZone(name: string): boolean {
  try {
    return Boolean(Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
