import { AttachmentList } from '@peyvand/files/web'
import type { Party } from '../../contract/index.ts'

/** Files kept with the party. */
export const FilesTab = ({ party }: { party: Party }) => (
  <AttachmentList record="parties" recordId={party.id} />
)
