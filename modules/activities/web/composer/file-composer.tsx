import type { Party } from '@peyvand/parties/contract'
import { InlineComposer } from './inline-composer.tsx'

/** In a party's file: what is written down there concerns the party. */
export const FileComposer = ({ party }: { party: Party }) => (
  <InlineComposer parties={[{ id: party.id, name: party.name }]} />
)
