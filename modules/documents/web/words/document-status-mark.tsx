import { useT } from '@peyvand/platform/web'
import { StatusPill, type Tone } from '@peyvand/ui'
import type { DocumentStatus } from '../../contract/index.ts'

const tones: Record<DocumentStatus, Tone> = {
  draft: 'neutral',
  waiting: 'warn',
  issued: 'accent',
  accepted: 'ok',
  rejected: 'bad',
  superseded: 'neutral',
  done: 'ok',
  cancelled: 'bad',
}

type Props = { status: DocumentStatus; expired?: boolean }

/** The status of a document in the colour of what it means; an offer whose time is over says so. */
export const DocumentStatusMark = ({ status, expired = false }: Props) => {
  const t = useT()
  return expired ? (
    <StatusPill tone="warn">{t('documents.status.expired')}</StatusPill>
  ) : (
    <StatusPill tone={tones[status]}>{t(`documents.status.${status}`)}</StatusPill>
  )
}
