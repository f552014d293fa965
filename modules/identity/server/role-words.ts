import type { AuditEntry, PermissionCatalogue } from '../contract/index.ts'
import type { ChangeWords } from './change-words.ts'

type Label = { fa: string; en: string }

interface Say {
  label: (label: Label) => string
  /** A text key in words. */
  text: (key: string) => string
}

/** What was changed of a role, a line for each permission, right, field rule and limit that is not as it was. */
export function roleWords(
  { records, rights }: PermissionCatalogue,
  changes: AuditEntry['changes'],
  { label, text }: Say,
): ChangeWords[] {
  const names = new Map<string, string>()
  for (const { label: record, actions, fields, type, parts } of records) {
    const named = (part: Label) => `${label(record)}: ${label(part)}`
    for (const action of actions) names.set(`grants ${action.permission}`, named(action.label))
    for (const field of fields) names.set(`fieldRules ${field.field}`, named(field.label))
    if (parts) names.set(`limits ${type}`, named(parts.label))
  }
  const partNames = new Map(
    records.flatMap(({ type, parts }) =>
      (parts?.options ?? []).map((option) => [`${type} ${option.key}`, label(option.label)] as const),
    ),
  )
  const lines = (part: 'grants' | 'fieldRules' | 'limits', word: (value: unknown, key: string) => string) => {
    const [before, after] = [objectOf(changes[part]?.from), objectOf(changes[part]?.to)]
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
      const [from, to] = [before[key], after[key]].map((value) => word(value, key))
      return from === to
        ? []
        : [{ label: names.get(`${part} ${key}`) ?? key, from: from ?? null, to: to ?? null }]
    })
  }
  const [had, has] = [listOf(changes['rights']?.from), listOf(changes['rights']?.to)]
  const owned = (list: readonly string[], key: string) =>
    text(list.includes(key) ? 'identity.ui.audit.given' : 'identity.ui.audit.notGiven')
  return [
    ...(['nameFa', 'nameEn'] as const).flatMap((key) => {
      const change = changes[key]
      return change
        ? [{ label: text(`identity.ui.roles.${key}`), from: wordOf(change.from), to: wordOf(change.to) }]
        : []
    }),
    ...lines('grants', (scope) => text(`identity.ui.scope.${wordOf(scope) ?? 'none'}`)),
    ...rights
      .filter(({ key }) => had.includes(key) !== has.includes(key))
      .map((right) => ({
        label: label(right.label),
        from: owned(had, right.key),
        to: owned(has, right.key),
      })),
    ...lines('fieldRules', (rule) => text(`identity.ui.roles.rule.${wordOf(rule) ?? 'none'}`)),
    ...lines('limits', (keys, type) =>
      keys === undefined
        ? text('identity.ui.scope.all')
        : listOf(keys)
            .map((key) => partNames.get(`${type} ${key}`) ?? key)
            .join('، '),
    ),
  ]
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const wordOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
