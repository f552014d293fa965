import { z } from 'zod'
import type { Locale } from './ids.ts'

/** How far a grant reaches: own records, those of my teams, of the teams below mine too, all. */
export const Scope = z.enum(['own', 'team', 'subtree', 'all'])
export type Scope = z.infer<typeof Scope>

export const scopeOrder: readonly Scope[] = ['own', 'team', 'subtree', 'all']

/** The five roles every new firm starts with. */
export const ReadyRole = z.enum(['administrator', 'manager', 'salesperson', 'supportAgent', 'secretary'])
export type ReadyRole = z.infer<typeof ReadyRole>

/** What may be done to a field by a role: never seen, seen but masked (۰۹۱۲•••۴۵۶۷), seen but not changed. */
export const FieldRule = z.enum(['hidden', 'masked', 'readOnly'])
export type FieldRule = z.infer<typeof FieldRule>

export type Label = Record<Locale, string>

type Defaults = Partial<Record<ReadyRole, Scope>>

export interface RecordPermissions {
  /** The record type's key: permissions are `<type>.<action>`. */
  type: string
  label: Label
  actions: Record<string, { label: Label; defaults: Defaults }>
  /** Fields that a role may restrict. */
  fields?: Record<string, { label: Label; maskable?: boolean }>
}

export interface RightPermission {
  label: Label
  /** Ready roles that have it from the start; administrators have every right. */
  roles: readonly ReadyRole[]
}

export interface ModulePermissions {
  records: readonly RecordPermissions[]
  /** Special rights without a scope, such as `parties.export`. */
  rights: Record<string, RightPermission>
}

/** Declares what a module lets roles grant. The administrator has everything at scope `all`. */
export function definePermissions(permissions: ModulePermissions): ModulePermissions {
  return permissions
}

/** Every permission key of a module: scoped ones and rights. */
export function permissionKeys({ records, rights }: ModulePermissions): string[] {
  return [
    ...records.flatMap((record) => Object.keys(record.actions).map((action) => `${record.type}.${action}`)),
    ...Object.keys(rights),
  ]
}
