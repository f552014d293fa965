import type { Import } from '@peyvand/imports/contract'
import { useT } from '@peyvand/platform/web'
import { Button, Callout, Card, EmptyState, useFormat } from '@peyvand/ui'
import { ClipboardCheck } from 'lucide-react'
import { useState } from 'react'
import { OperationProgress } from '../progress/operation-progress.tsx'
import { useOperation } from '../progress/use-operation.ts'
import { firstOutcome, type Outcome, OutcomeTiles } from '../rows/outcome-tiles.tsx'
import { RowsCard } from '../rows/rows-card.tsx'

const topics = ['imports']

type Props = { imported: Import; onCheck: () => void; isStarting: boolean }

/** All rows are tried and nothing is written: what the import would do, and what is wrong. */
export const CheckStep = ({ imported, onCheck, isStarting }: Props) => {
  const t = useT()
  const { state, can, operationId, counts } = imported
  const operation = useOperation(state === 'checking' ? operationId : null, topics)
  if (state === 'checking' && !can.change)
    return (
      <OperationProgress
        title={t('imports.check.working')}
        operation={operation}
        hint={t('imports.check.hint')}
      />
    )
  if (state === 'checked' && counts) return <Checked imported={imported} counts={counts} />
  return (
    <Card>
      {state === 'checking' && <Callout tone="bad" title={t('imports.check.failed')} />}
      <EmptyState
        icon={<ClipboardCheck />}
        title={t('imports.check.title')}
        action={
          <Button kind="primary" onPress={onCheck} isPending={isStarting}>
            {t('imports.check.start')}
          </Button>
        }
      >
        {t('imports.check.about')}
      </EmptyState>
    </Card>
  )
}

const Checked = ({ imported, counts }: { imported: Import; counts: NonNullable<Import['counts']> }) => {
  const t = useT()
  const format = useFormat()
  const [outcome, setOutcome] = useState<Outcome>(() => firstOutcome(counts))
  const added = Object.values(imported.newValues).flat()
  return (
    <>
      <OutcomeTiles counts={counts} value={outcome} onChange={setOutcome} />
      {counts.invalid === 0 && <Callout tone="ok">{t('imports.check.allFine')}</Callout>}
      {added.length > 0 && (
        <Callout
          title={t('imports.check.newValues', { n: added.length, shown: format.number(added.length) })}
        >
          {format.list(added.slice(0, 12).map((label) => `«${label}»`))}
          {added.length > 12 && '…'}
        </Callout>
      )}
      <RowsCard key={outcome} imported={imported} outcome={outcome} />
    </>
  )
}
