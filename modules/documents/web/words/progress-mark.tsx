import { useT } from '@peyvand/platform/web'
import { StatusPill, type Tone } from '@peyvand/ui'
import type { Progress } from '../../contract/index.ts'

const tones: Record<Progress, Tone> = { none: 'neutral', partly: 'warn', fully: 'ok' }

/** How far the delivery or the invoicing of an order has come. */
export const ProgressMark = ({ progress }: { progress: Progress }) => {
  const t = useT()
  return <StatusPill tone={tones[progress]}>{t(`documents.progress.${progress}`)}</StatusPill>
}
