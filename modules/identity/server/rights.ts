import { type FieldRule, type Scope, scopeOrder } from '@peyvand/platform/contract'
import { type Actor, widerScope } from '@peyvand/platform/server'

export interface RoleRights {
  everything: boolean
  grants: Record<string, Scope>
  rights: readonly string[]
  fieldRules: Record<string, FieldRule>
}

export type Rights = Pick<Actor, 'everything' | 'grants' | 'fieldRules'>

const strictness: readonly FieldRule[] = ['readOnly', 'masked', 'hidden']

/**
 * What several roles give together: the widest scope of each permission, and of each field the mildest rule among
 * the roles that grant anything on its record. A role that does not touch a record says nothing about its fields.
 */
export function combineRoles(roles: readonly RoleRights[]): Rights {
  const grants: Record<string, Scope> = {}
  for (const role of roles) {
    for (const [permission, scope] of Object.entries(role.grants)) {
      grants[permission] = grants[permission] ? widerScope(grants[permission], scope) : scope
    }
    for (const right of role.rights) grants[right] = 'all'
  }
  const fieldRules: Record<string, FieldRule> = {}
  for (const field of new Set(roles.flatMap((role) => Object.keys(role.fieldRules)))) {
    const concerned = roles.filter((role) => concerns(role, field))
    const rules = concerned.map((role) => role.fieldRules[field])
    const mildest = strictness.find((rule) => rules.includes(rule))
    if (mildest && !rules.includes(undefined)) fieldRules[field] = mildest
  }
  return { everything: roles.some((role) => role.everything), grants, fieldRules }
}

function concerns(role: RoleRights, field: string): boolean {
  const record = `${field.split('.')[0]}.`
  return role.everything || Object.keys(role.grants).some((permission) => permission.startsWith(record))
}

/**
 * What `given` holds beyond `mine`: permissions, rights and fields by key, `*` for everything. Empty when somebody
 * with `mine` may hand it out.
 */
export function beyond(mine: Rights, given: Rights): string[] {
  if (mine.everything) return []
  if (given.everything) return ['*']
  const permissions = Object.entries(given.grants).flatMap(([permission, scope]) => {
    const own = mine.grants[permission]
    return own && scopeOrder.indexOf(own) >= scopeOrder.indexOf(scope) ? [] : [permission]
  })
  const fields = Object.entries(mine.fieldRules).flatMap(([field, rule]) => {
    const record = `${field.split('.')[0]}.`
    if (!Object.keys(given.grants).some((permission) => permission.startsWith(record))) return []
    const theirs = given.fieldRules[field]
    return theirs && strictness.indexOf(theirs) >= strictness.indexOf(rule) ? [] : [field]
  })
  return [...permissions, ...fields]
}

/** A user's rights as far as an API key's scopes let them through; `*` lets all through. */
export function narrowTo(rights: Rights, scopes: readonly string[]): Rights {
  if (scopes.includes('*')) return rights
  const grants: Record<string, Scope> = {}
  for (const scope of scopes) {
    const reach = rights.everything ? 'all' : rights.grants[scope]
    if (reach) grants[scope] = reach
  }
  return { everything: false, grants, fieldRules: rights.fieldRules }
}
