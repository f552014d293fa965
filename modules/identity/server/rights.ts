import { type FieldRule, type Scope, scopeOrder } from '@peyvand/platform/contract'
import { type Actor, widerScope } from '@peyvand/platform/server'

export interface RoleRights {
  everything: boolean
  grants: Record<string, Scope>
  rights: readonly string[]
  fieldRules: Record<string, FieldRule>
  /** Record type → the parts of its records that the role reaches; all of it where it is left out. */
  limits: Readonly<Record<string, readonly string[]>>
}

export type Rights = Pick<Actor, 'everything' | 'grants' | 'fieldRules' | 'limits'>

const strictness: readonly FieldRule[] = ['readOnly', 'masked', 'hidden']

/**
 * What several roles give together: the widest scope of each permission, and of each field the mildest rule among
 * the roles that grant anything on its record. A role that does not touch a record says nothing about its fields.
 * Likewise parts of a record type add up, and a role without a limit lifts that of the others.
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
  return { everything: roles.some((role) => role.everything), grants, fieldRules, limits: limitsOf(roles) }
}

function limitsOf(roles: readonly RoleRights[]): Rights['limits'] {
  const limits: Record<string, string[]> = {}
  for (const type of new Set(roles.flatMap((role) => Object.keys(role.limits)))) {
    const parts = roles.filter((role) => concerns(role, `${type}.`)).map((role) => role.limits[type])
    const given = parts.filter((part) => part !== undefined)
    if (given.length > 0 && given.length === parts.length) limits[type] = [...new Set(given.flat())]
  }
  return limits
}

function concerns(role: RoleRights, field: string): boolean {
  const record = `${field.split('.')[0]}.`
  return role.everything || Object.keys(role.grants).some((permission) => permission.startsWith(record))
}

/**
 * What `given` holds beyond `mine`: permissions, rights, fields and record types by key, `*` for everything. Empty when somebody
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
  const types = Object.entries(mine.limits).flatMap(([type, parts]) => {
    if (!Object.keys(given.grants).some((permission) => permission.startsWith(`${type}.`))) return []
    return given.limits[type]?.every((part) => parts.includes(part)) ? [] : [type]
  })
  return [...permissions, ...fields, ...types]
}

/** A user's rights as far as an API key's scopes let them through; `*` lets all through. */
export function narrowTo(rights: Rights, scopes: readonly string[]): Rights {
  if (scopes.includes('*')) return rights
  const grants: Record<string, Scope> = {}
  for (const scope of scopes) {
    const reach = rights.everything ? 'all' : rights.grants[scope]
    if (reach) grants[scope] = reach
  }
  return { everything: false, grants, fieldRules: rights.fieldRules, limits: rights.limits }
}
