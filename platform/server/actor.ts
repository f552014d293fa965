import type { FieldRule, Locale, Scope } from '../contract/index.ts'

export interface Firm {
  tenantId: number
  name: string
  timeZone: string
  moneyUnit: 'rial' | 'toman'
  /** Jalali month in which the fiscal year begins; فروردین unless the firm says otherwise. */
  fiscalStartMonth?: number
}

/** Who acts: a user in the browser, a program with a key, or Peyvand itself. */
export interface Actor {
  kind: 'user' | 'apiKey' | 'system'
  firm: Firm
  /** The user whose rights apply; null for the system. */
  userId: string | null
  name: string
  locale: Locale
  /** Has every permission at scope `all`: administrators and the system. */
  everything: boolean
  /** Permission key → how far it reaches. Rights without a scope are `all`. */
  grants: Readonly<Record<string, Scope>>
  /** `parties.phones` → what is withheld. */
  fieldRules: Readonly<Record<string, FieldRule>>
  /** Record type → the parts of its records that the actor is limited to: `parties` → keys of groups. */
  limits: Readonly<Record<string, readonly string[]>>
  teamIds: readonly string[]
  /** My teams and all below them. */
  subtreeTeamIds: readonly string[]
  sessionId: string | null
}

/** Peyvand itself at work for a firm: jobs, listeners, the command line. */
export function systemActor(firm: Firm, locale: Locale = 'fa'): Actor {
  return {
    kind: 'system',
    firm,
    userId: null,
    name: 'Peyvand',
    locale,
    everything: true,
    grants: {},
    fieldRules: {},
    limits: {},
    teamIds: [],
    subtreeTeamIds: [],
    sessionId: null,
  }
}
