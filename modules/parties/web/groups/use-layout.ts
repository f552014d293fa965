import type { PartyKind, PartyLayout } from '../../contract/index.ts'
import { layoutFor } from '../../contract/index.ts'
import { usePartyGroups } from '../choices/use-choices.ts'

/** What the short form and the card show for a party of a kind in some groups. */
export function useLayout(kind: PartyKind, keys: readonly string[]): PartyLayout {
  return layoutFor(usePartyGroups(), { kind, keys })
}

/** Keys of the own fields among a layout's names. */
export const ownKeys = (names: readonly string[]): string[] =>
  names.flatMap((name) => (name.startsWith('custom.') ? [name.slice('custom.'.length)] : []))
