import { cleanCode, cleanText, parsePhone } from '@peyvand/persian'
import { Id, issue } from '@peyvand/platform/contract'
import { z } from 'zod'

export const contactPointTypes = [
  'mobile',
  'phone',
  'fax',
  'email',
  'website',
  'telegram',
  'whatsapp',
  'bale',
  'eitaa',
  'rubika',
  'instagram',
  'linkedin',
  'other',
] as const
export const ContactPointType = z.enum(contactPointTypes)
export type ContactPointType = z.infer<typeof ContactPointType>

export const isPhoneType = (type: ContactPointType): boolean =>
  type === 'mobile' || type === 'phone' || type === 'fax'

/** Messengers that are addressed by a phone number as well as by a name. */
const messengers: readonly ContactPointType[] = ['telegram', 'whatsapp', 'bale', 'eitaa', 'rubika']

export const ContactPoint = z.object({
  id: Id,
  type: ContactPointType,
  /** As shown: E.164 for phones, otherwise as typed. Masked where the caller's role demands it. */
  value: z.string(),
  extension: z.string().nullable(),
  label: z.string().nullable(),
  primary: z.boolean(),
  verified: z.boolean(),
  /** The party does not want messages through it. */
  optOut: z.boolean(),
})
export type ContactPoint = z.infer<typeof ContactPoint>

/** With `id` the point is kept and changed, without it is new. */
export const ContactPointInput = z
  .strictObject({
    id: Id.optional(),
    type: ContactPointType,
    value: z.string().trim().min(1).max(254),
    label: z.string().max(60).nullable().default(null),
    primary: z.boolean().default(false),
    verified: z.boolean().default(false),
    optOut: z.boolean().default(false),
  })
  .transform((given, ctx) => {
    const normal = normalizeContact(given.type, given.value)
    if (normal.ok) {
      const label = given.label === null ? null : cleanText(given.label) || null
      return { ...given, ...normal.value, label }
    }
    ctx.addIssue(issue(normal.code, ['value']))
    return z.NEVER
  })
export type ContactPointInput = z.input<typeof ContactPointInput>

export interface NormalContact {
  value: string
  extension: string | null
  /** The form in which two spellings of one address are equal. */
  normalized: string
  /** Last eight digits of a phone: equal with and without area code. */
  tail: string | null
}

type Normalized =
  | { ok: true; value: NormalContact }
  | { ok: false; code: 'parties.phone' | 'parties.mobile' | 'parties.areaCode' | 'email' | 'url' }

const Email = z.email().max(254)
const Url = z.url({ protocol: /^https?$/, hostname: z.regexes.domain })

/** Brings a contact point to its stored form, Persian digits and any usual spelling understood. */
export function normalizeContact(type: ContactPointType, given: string): Normalized {
  if (isPhoneType(type)) return normalPhone(type, given)
  if (type === 'email') {
    const email = cleanCode(given).toLowerCase()
    return Email.safeParse(email).success ? plain(email) : { ok: false, code: 'email' }
  }
  if (type === 'website') {
    const address = cleanCode(given)
    const url = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`
    if (!Url.safeParse(url).success) return { ok: false, code: 'url' }
    return plain(
      url,
      url
        .toLowerCase()
        .replace(/^https?:\/\/(www\.)?/, '')
        .replace(/\/+$/, ''),
    )
  }
  if (messengers.includes(type)) {
    const phone = parsePhone(given)
    if (phone.ok && phone.value.kind !== 'special') {
      const { e164 } = phone.value
      return { ok: true, value: { value: e164, extension: null, normalized: e164, tail: e164.slice(-8) } }
    }
  }
  const text = cleanText(given)
  return plain(
    text,
    text
      .toLowerCase()
      .replace(/^https?:\/\/[^/]+\//, '')
      .replace(/^@/, ''),
  )
}

function normalPhone(type: ContactPointType, given: string): Normalized {
  const parsed = parsePhone(given)
  if (!parsed.ok)
    return { ok: false, code: parsed.code === 'areaCodeMissing' ? 'parties.areaCode' : 'parties.phone' }
  const { e164, kind, extension = null } = parsed.value
  if (type === 'mobile' && kind !== 'mobile' && kind !== 'foreign')
    return { ok: false, code: 'parties.mobile' }
  const tail = kind === 'special' ? null : e164.slice(-8)
  return { ok: true, value: { value: e164, extension, normalized: e164, tail } }
}

const plain = (value: string, normalized = value): Normalized => ({
  ok: true,
  value: { value, extension: null, normalized, tail: null },
})
