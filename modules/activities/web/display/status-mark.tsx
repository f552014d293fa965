import { useT } from '@peyvand/platform/web'
import { StatusPill, type Tone } from '@peyvand/ui'
import type { ActivityRow, ActivityStatus } from '../../contract/index.ts'

const tones: Record<ActivityStatus, Tone> = {
  planned: 'neutral',
  inProgress: 'accent',
  done: 'ok',
  cancelled: 'warn',
}

/** Where it stands; what is late says so instead. */
export const StatusMark = ({ status, overdue }: Pick<ActivityRow, 'status' | 'overdue'>) => {
  const t = useT()
  if (overdue) return <StatusPill tone="bad">{t('activities.overdue')}</StatusPill>
  return <StatusPill tone={tones[status]}>{t(`activities.status.${status}`)}</StatusPill>
}
