import { checkImportRoute, getImportRoute, type Import, runImportRoute } from '@peyvand/imports/contract'
import {
  callApi,
  invalidateTopics,
  PageProblem,
  PageSkeleton,
  usePageTitle,
  useProblemText,
  useRoute,
  useT,
  useUrlState,
  useWatch,
} from '@peyvand/platform/web'
import { Button, ButtonLink, toast, useFormat } from '@peyvand/ui'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { ChoicesStep } from '../choices/choices-step.tsx'
import { ColumnsStep } from '../columns/columns-step.tsx'
import { ImportStatus } from '../history/import-status.tsx'
import { CheckStep } from './check-step.tsx'
import { FormatStep } from './format-step.tsx'
import { ResultStep } from './result-step.tsx'
import { StepFrame } from './step-frame.tsx'
import { stepBefore, stepOf, type WizardStep } from './steps.ts'
import { useImportChange } from './use-import-change.ts'
import { useUndoImport } from './use-undo-import.ts'

/** One import, at the step where it stands; it may be left and come back to at any moment. */
export const ImportPage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(getImportRoute, { params: { id } })
  usePageTitle(data?.fileName)
  useWatch('imports', data?.id)
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  return data ? <Wizard key={data.id} imported={data} /> : <PageSkeleton />
}

const Address = z.object({ step: z.string().optional().catch(undefined) })

const Wizard = ({ imported }: { imported: Import }) => {
  const [address, setAddress] = useUrlState(Address)
  const { change, settled, isSaving } = useImportChange(imported.id)
  const { start, starting } = useStart(imported, settled)
  const step = stepOf(imported, address.step)
  const goTo = (next: WizardStep) => setAddress({ step: next }, { push: true })
  const check = async () => {
    goTo('check')
    await start('check')
  }
  return (
    <StepFrame
      step={step}
      fileName={imported.fileName}
      subtitle={<ImportStatus imported={imported} />}
      {...(imported.can.change && { onGoTo: goTo })}
      actions={<ResultActions imported={imported} />}
      footer={
        imported.can.change && (
          <OpenFooter
            imported={imported}
            step={step}
            goTo={goTo}
            onCheck={() => void check()}
            onRun={() => void start('run')}
            starting={starting}
          />
        )
      }
    >
      {step === 'format' && <FormatStep imported={imported} change={change} isSaving={isSaving} />}
      {step === 'columns' && <ColumnsStep imported={imported} change={change} />}
      {step === 'choices' && <ChoicesStep imported={imported} change={change} />}
      {step === 'check' && (
        <CheckStep imported={imported} onCheck={() => void check()} isStarting={starting === 'check'} />
      )}
      {step === 'result' && <ResultStep imported={imported} />}
    </StepFrame>
  )
}

type Work = 'check' | 'run'
const routes = { check: checkImportRoute, run: runImportRoute }

/** Starts the check or run once every choice is saved. */
function useStart({ id }: Import, settled: () => Promise<boolean>) {
  const problem = useProblemText()
  const [starting, setStarting] = useState<Work | null>(null)
  const start = async (work: Work) => {
    setStarting(work)
    try {
      if (!(await settled())) return
      await callApi(routes[work], { params: { id } })
      await invalidateTopics(['imports', 'operations'])
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    } finally {
      setStarting(null)
    }
  }
  return { start, starting }
}

type FooterProps = {
  imported: Import
  step: WizardStep
  goTo: (step: WizardStep) => void
  onCheck: () => void
  onRun: () => void
  starting: Work | null
}

const OpenFooter = ({ imported, step, goTo, onCheck, onRun, starting }: FooterProps) => {
  const t = useT()
  const format = useFormat()
  const before = stepBefore(step)
  const { counts, state, mapping } = imported
  const written = (counts?.new ?? 0) + (counts?.updated ?? 0)
  const hasMapping = mapping.some(({ field }) => field !== null)
  return (
    <>
      {step === 'format' && (
        <Button kind="primary" onPress={() => goTo('columns')}>
          {t('imports.next')}
        </Button>
      )}
      {step === 'columns' && (
        <Button kind="primary" onPress={() => goTo('choices')} isDisabled={!hasMapping}>
          {t('imports.next')}
        </Button>
      )}
      {step === 'choices' && (
        <Button
          kind="primary"
          onPress={() => (state === 'checked' ? goTo('check') : onCheck())}
          isPending={starting === 'check'}
        >
          {t('imports.check.start')}
        </Button>
      )}
      {step === 'check' && state === 'checked' && (
        <Button kind="primary" onPress={onRun} isDisabled={written === 0} isPending={starting === 'run'}>
          {t('imports.run.start', { n: written, shown: format.number(written) })}
        </Button>
      )}
      {before && <Button onPress={() => goTo(before)}>{t('imports.back')}</Button>}
      <span className="ms-auto text-meta text-muted">
        {step === 'columns' && !hasMapping ? t('error.imports.nothingMapped') : t('imports.kept')}
      </span>
    </>
  )
}

const ResultActions = ({ imported }: { imported: Import }) => {
  const t = useT()
  const { undo, isUndoing } = useUndoImport()
  if (imported.can.change || imported.state === 'running') return null
  return (
    <>
      {imported.can.undo && (
        <Button kind="danger" isPending={isUndoing} onPress={() => void undo(imported)}>
          {t('imports.undo')}
        </Button>
      )}
      <ButtonLink href="/imports/new" kind="primary">
        {t('imports.another')}
      </ButtonLink>
    </>
  )
}
