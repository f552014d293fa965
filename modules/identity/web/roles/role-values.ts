import type { Scope } from '@peyvand/platform/contract'
import type { PermissionValue } from '@peyvand/ui/data'
import type { PermissionCatalogue } from '../../contract/index.ts'

type Records = PermissionCatalogue['records']

/** Grants as the matrix shows them: by record type, then by action. */
export function toMatrix(records: Records, grants: Readonly<Record<string, Scope>>): PermissionValue {
  return Object.fromEntries(
    records.map(({ type, actions }) => [
      type,
      Object.fromEntries(actions.map(({ key, permission }) => [key, grants[permission] ?? 'none'])),
    ]),
  )
}

/** The matrix as grants; what is not granted is left out. */
export function fromMatrix(records: Records, matrix: PermissionValue): Record<string, Scope> {
  const grants: Record<string, Scope> = {}
  for (const { type, actions } of records)
    for (const { key, permission } of actions) {
      const scope = matrix[type]?.[key] ?? 'none'
      if (scope !== 'none') grants[permission] = scope
    }
  return grants
}

/** Columns of the matrix: every action that some record type has, in the order of first appearance. */
export function matrixActions(records: Records, locale: 'fa' | 'en'): { id: string; label: string }[] {
  const labels = new Map<string, string>()
  for (const { actions } of records)
    for (const { key, label } of actions) if (!labels.has(key)) labels.set(key, label[locale])
  return [...labels].map(([id, label]) => ({ id, label }))
}
