import { RecordChanges } from '@peyvand/history/web'
import type { Activity } from '../../contract/index.ts'
import { useActivityHistory } from './use-activity-history.ts'

/** Who changed what and when, one block per save. */
export const ActivityChanges = ({ activity }: { activity: Activity }) => (
  <RecordChanges history={useActivityHistory(activity)} />
)
