import { type Label, type ModulePermissions, ReadyRole, type Scope } from '@peyvand/platform/contract'
import type { RoleRights } from './rights.ts'

export interface ReadyRoleContent extends RoleRights {
  key: ReadyRole
  name: Label
}

const names: Record<ReadyRole, Label> = {
  administrator: { fa: 'مدیر سامانه', en: 'Administrator' },
  manager: { fa: 'مدیر', en: 'Manager' },
  salesperson: { fa: 'کارشناس فروش', en: 'Salesperson' },
  supportAgent: { fa: 'کارشناس پشتیبانی', en: 'Support agent' },
  secretary: { fa: 'منشی', en: 'Secretary' },
}

/** The five roles a new firm starts with, made of what the modules declare for each. */
export function readyRoles(modules: readonly ModulePermissions[]): ReadyRoleContent[] {
  return ReadyRole.options.map((key) => ({
    key,
    name: names[key],
    everything: key === 'administrator',
    grants: key === 'administrator' ? {} : Object.fromEntries(modules.flatMap((m) => grantsOf(m, key))),
    rights: key === 'administrator' ? [] : modules.flatMap((m) => rightsOf(m, key)),
    fieldRules: {},
    limits: {},
  }))
}

const grantsOf = ({ records }: ModulePermissions, role: ReadyRole): [string, Scope][] =>
  records.flatMap(({ type, actions }) =>
    Object.entries(actions).flatMap(([action, { defaults }]): [string, Scope][] => {
      const scope = defaults[role]
      return scope ? [[`${type}.${action}`, scope]] : []
    }),
  )

const rightsOf = ({ rights }: ModulePermissions, role: ReadyRole): string[] =>
  Object.entries(rights).flatMap(([right, { roles }]) => (roles.includes(role) ? [right] : []))
