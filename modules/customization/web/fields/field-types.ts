import type { CustomFieldType } from '@peyvand/platform/contract'
import {
  AtSign,
  Banknote,
  Calendar,
  CalendarClock,
  CircleDot,
  Contact,
  Hash,
  Link,
  ListChecks,
  type LucideIcon,
  Paperclip,
  Phone,
  Text,
  Timer,
  ToggleLeft,
  Type,
  UserRound,
  UsersRound,
} from 'lucide-react'

export const fieldIcons: Record<CustomFieldType, LucideIcon> = {
  text: Type,
  longText: Text,
  number: Hash,
  money: Banknote,
  date: Calendar,
  instant: CalendarClock,
  duration: Timer,
  boolean: ToggleLeft,
  oneOf: CircleDot,
  manyOf: ListChecks,
  party: Contact,
  user: UserRound,
  team: UsersRound,
  phone: Phone,
  email: AtSign,
  link: Link,
  file: Paperclip,
}

/** Types whose values are chosen from options of the field's own. */
export const isChoice = (type: CustomFieldType): boolean => type === 'oneOf' || type === 'manyOf'

/**
 * A name for programs out of a label: `Credit limit` → `creditLimit`. Persian labels give none, so a short name that
 * no other field has is made.
 */
export function keyFrom(label: string, taken: readonly string[]): string {
  const words = label.match(/[A-Za-z0-9]+/g) ?? []
  const camel = words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word[0]?.toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('')
    .replace(/^\d+/, '')
    .slice(0, 36)
  const base = camel || 'field'
  if (camel && !taken.includes(camel)) return camel
  let count = 1
  while (taken.includes(`${base}${count}`)) count += 1
  return `${base}${count}`
}
