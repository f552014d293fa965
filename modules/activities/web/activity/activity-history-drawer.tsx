import { HistoryDrawer } from '@peyvand/history/web'
import type { Activity } from '../../contract/index.ts'
import { useActivityHistory } from './use-activity-history.ts'

/** Changes of an activity, and how it was on a date. */
export const ActivityHistoryDrawer = ({ activity, onClose }: { activity: Activity; onClose: () => void }) => (
  <HistoryDrawer history={useActivityHistory(activity)} onClose={onClose} />
)
