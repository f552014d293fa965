import type { ContactPointType } from '../../contract/index.ts'

type Reach = { type: ContactPointType; value: string }

const isNumber = (value: string) => /^\+?\d+$/.test(value)
const handle = (value: string) => value.replace(/^@/, '').replace(/^https?:\/\/[^/]+\//, '')

/** Sites that open a conversation by number or name; the rest have no public address. */
const sites: Partial<Record<ContactPointType, (value: string) => string>> = {
  telegram: (value) => `https://t.me/${isNumber(value) ? `+${value.replace(/^\+/, '')}` : handle(value)}`,
  whatsapp: (value) => `https://wa.me/${value.replace(/\D/g, '')}`,
  bale: (value) => `https://ble.ir/${handle(value)}`,
  eitaa: (value) => `https://eitaa.com/${handle(value)}`,
  rubika: (value) => `https://rubika.ir/${handle(value)}`,
  instagram: (value) => `https://instagram.com/${handle(value)}`,
  linkedin: (value) => `https://www.linkedin.com/in/${handle(value)}`,
}

/** Whether the server withholds a part of the value. */
export const isMasked = (value: string): boolean => value.includes('*') || value.includes('•')

/** The address that one tap goes to: a call, a mail, a conversation; null where there is none or it is masked. */
export function contactHref({ type, value }: Reach): string | null {
  if (isMasked(value)) return null
  if (type === 'mobile' || type === 'phone') return `tel:${value}`
  if (type === 'email') return `mailto:${value}`
  if (/^https?:\/\//i.test(value)) return value
  if (type === 'website') return `https://${value}`
  return sites[type]?.(value) ?? null
}

/** Only mobiles take text messages. */
export const smsHref = ({ type, value }: Reach): string | null =>
  type === 'mobile' && isNumber(value) ? `sms:${value}` : null
