import type { ImportSummary } from '@peyvand/imports/contract'
import { useT } from '@peyvand/platform/web'
import { StatusPill, type Tone, useFormat } from '@peyvand/ui'

const tones: Record<ImportSummary['state'], Tone> = {
  draft: 'neutral',
  checking: 'accent',
  checked: 'violet',
  running: 'accent',
  done: 'ok',
  failed: 'bad',
  cancelled: 'warn',
  undone: 'warn',
}

export const ImportPill = ({ state }: Pick<ImportSummary, 'state'>) => {
  const t = useT()
  return <StatusPill tone={tones[state]}>{t(`imports.state.${state}`)}</StatusPill>
}

/** State of an import, who began it and when. */
export const ImportStatus = ({ imported }: { imported: ImportSummary }) => {
  const format = useFormat()
  return (
    <span className="flex flex-wrap items-center gap-2">
      <ImportPill state={imported.state} />
      {imported.createdBy && <bdi>{imported.createdBy.name}</bdi>}
      <span>{format.dateTime(imported.createdAt)}</span>
    </span>
  )
}
