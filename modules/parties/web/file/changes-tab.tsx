import { RecordChanges } from '@peyvand/history/web'
import type { Party } from '../../contract/index.ts'
import { usePartyHistory } from './use-party-history.ts'

/** Who changed what and when, one block per save. */
export const ChangesTab = ({ party }: { party: Party }) => <RecordChanges history={usePartyHistory(party)} />
