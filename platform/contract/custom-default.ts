import type { CustomField, CustomValues } from './custom-field.ts'

/** Words that a default may be instead of a value, and the type each is for. */
export const defaultWords = {
  date: 'today',
  instant: 'now',
  user: 'me',
  team: 'myTeam',
} as const satisfies Partial<Record<CustomField['type'], string>>

export const defaultWordOf = (type: CustomField['type']): string | null =>
  type in defaultWords ? defaultWords[type as keyof typeof defaultWords] : null

/** Who makes the record, and when; `today` is a date of the firm's calendar day. */
export interface DefaultFacts {
  today: string
  now: string
  userId: string | null
  teamId: string | null
}

/** What new records get where nothing is said of a field. */
export function defaultsOf(
  fields: readonly Pick<CustomField, 'key' | 'type' | 'defaultValue'>[],
  facts: DefaultFacts,
): CustomValues {
  const words: Record<string, unknown> = {
    today: facts.today,
    now: facts.now,
    me: facts.userId,
    myTeam: facts.teamId,
  }
  const entries = fields.flatMap(({ key, type, defaultValue }) => {
    const word = defaultWordOf(type)
    const value = word !== null && defaultValue === word ? words[word] : defaultValue
    return value === null || value === undefined ? [] : [[key, value] as const]
  })
  return Object.fromEntries(entries)
}
