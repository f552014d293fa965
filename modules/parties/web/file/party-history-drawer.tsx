import { HistoryDrawer } from '@peyvand/history/web'
import type { Party } from '../../contract/index.ts'
import { usePartyHistory } from './use-party-history.ts'

/** Changes of a party, and its file on a date. */
export const PartyHistoryDrawer = ({ party, onClose }: { party: Party; onClose: () => void }) => (
  <HistoryDrawer history={usePartyHistory(party)} onClose={onClose} />
)
