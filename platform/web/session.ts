import { createContext, useContext } from 'react'
import type { FieldRule, Locale, Scope } from '../contract/index.ts'

/** Who works here, as the platform's own screens need it; the module that owns users gives more. */
export interface SessionFacts {
  user: { id: string; name: string; locale: Locale; teamIds: readonly string[] }
  firm: { tenantId: number; name: string; timeZone: string; moneyUnit: 'rial' | 'toman' }
  everything: boolean
  permissions: Readonly<Record<string, Scope>>
  rights: readonly string[]
  fieldRules: Readonly<Record<string, FieldRule>>
}

export const SessionContext = createContext<SessionFacts | null>(null)

/** @throws Error outside the signed-in part of the app. */
export function useSession(): SessionFacts {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session')
  return session
}

/**
 * Whether a permission or right is granted at all: for showing a door, never for guarding it; each record
 * says in `can` what may be done to it.
 */
export function hasPermission(
  { everything, permissions, rights }: SessionFacts,
  permission: string,
): boolean {
  return everything || permission in permissions || rights.includes(permission)
}

export function usePermission(permission: string | undefined): boolean {
  const session = useSession()
  return permission === undefined || hasPermission(session, permission)
}
