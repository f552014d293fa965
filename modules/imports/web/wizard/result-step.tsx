import type { Import } from '@peyvand/imports/contract'
import { useT } from '@peyvand/platform/web'
import { Callout, Card, EmptyState, useFormat } from '@peyvand/ui'
import { CloudAlert } from 'lucide-react'
import { useState } from 'react'
import { importedTopics } from '../imported-topics.ts'
import { OperationProgress } from '../progress/operation-progress.tsx'
import { useOperation } from '../progress/use-operation.ts'
import { firstOutcome, type Outcome, OutcomeTiles } from '../rows/outcome-tiles.tsx'
import { RowsCard } from '../rows/rows-card.tsx'

/** The run on its way, and what came of it. */
export const ResultStep = ({ imported }: { imported: Import }) => {
  const t = useT()
  const { state, operationId, counts } = imported
  const operation = useOperation(state === 'running' ? operationId : null, importedTopics)
  if (state === 'running')
    return (
      <OperationProgress
        title={t('imports.run.working')}
        operation={operation}
        hint={t('imports.run.hint')}
      />
    )
  if (state === 'failed' || !counts)
    return (
      <Card>
        <EmptyState icon={<CloudAlert />} title={t('imports.run.failed')}>
          {t('imports.run.failedHint')}
        </EmptyState>
      </Card>
    )
  return <Result imported={imported} counts={counts} />
}

const Result = ({ imported, counts }: { imported: Import; counts: NonNullable<Import['counts']> }) => {
  const t = useT()
  const format = useFormat()
  const [outcome, setOutcome] = useState<Outcome>(() => (counts.new > 0 ? 'new' : firstOutcome(counts)))
  const isUndone = imported.state === 'undone'
  const written = counts.new + counts.updated
  return (
    <>
      {isUndone ? (
        <Callout tone="warn" title={t('imports.result.undone')}>
          {t('imports.result.undoneHint')}
        </Callout>
      ) : (
        <Callout tone="ok" title={t('imports.result.done', { n: written, shown: format.number(written) })}>
          {imported.undoUntil && t('imports.result.undoUntil', { date: format.dateTime(imported.undoUntil) })}
        </Callout>
      )}
      <OutcomeTiles counts={counts} value={outcome} onChange={setOutcome} />
      <RowsCard key={outcome} imported={imported} outcome={outcome} />
    </>
  )
}
