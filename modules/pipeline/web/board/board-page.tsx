import { isolate } from '@peyvand/persian'
import {
  PageProblem,
  PageSkeleton,
  usePageTitle,
  usePermission,
  useRoute,
  useT,
  useUrlState,
} from '@peyvand/platform/web'
import { Button, EmptyState, PageHeader, Select, useFormat } from '@peyvand/ui'
import { BoardStrip } from '@peyvand/ui/board'
import { useMedia } from '@peyvand/ui/data'
import { Kanban, Plus, Trophy, XCircle } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { boardSumsRoute, type DealRow, type Pipeline, type Stage } from '../../contract/index.ts'
import { openDealForm } from '../form/deal-form-store.ts'
import { closedStages, runningStages, usePipelines } from '../use-pipelines.ts'
import { BoardFilters, BoardSearch, filterOf } from './board-filters.tsx'
import { BoardLinks, CompactSwitch, PipelineSelect } from './board-views.tsx'
import { StageColumn } from './stage-column.tsx'
import { useMove } from './use-move.tsx'

/** The board of a pipeline: a column for each running stage, and where deals are won and lost. */
export const BoardPage = () => {
  const t = useT()
  usePageTitle(t('pipeline.nav'))
  const [state, setState] = useUrlState(BoardSearch)
  const pipelines = usePipelines()
  if (!pipelines) return <PageSkeleton />
  const pipeline = pipelines.find(({ id }) => id === state.pipeline) ?? pipelines[0]
  if (!pipeline) return <EmptyState icon={<Kanban />} title={t('pipeline.none')} />
  return (
    <Board key={pipeline.id} pipeline={pipeline} pipelines={pipelines} state={state} onChange={setState} />
  )
}

type Props = {
  pipeline: Pipeline
  pipelines: readonly Pipeline[]
  state: BoardSearch
  onChange: (change: Partial<BoardSearch>) => void
}

const Board = ({ pipeline, pipelines, state, onChange }: Props) => {
  const t = useT()
  const mayCreate = usePermission('deals.create')
  const isNarrow = useMedia('(max-width: 1023px)')
  const { moving, move, dialog } = useMove()
  const [known] = useState(() => new Map<string, DealRow>())
  const [phoneStage, setPhoneStage] = useState<string | null>(null)
  const q = useDeferredValue((state.q ?? '').trim())
  const filter = useMemo(() => filterOf(state), [state])
  const { data, error, refetch } = useRoute(
    boardSumsRoute,
    {
      query: {
        pipelineId: pipeline.id,
        ...(filter && { filter: JSON.stringify(filter) }),
        ...(q && { q }),
      },
    },
    { keepPrevious: true },
  )
  const stages = runningStages(pipeline)
  const shown = isNarrow
    ? stages.filter((stage, at) => (phoneStage ? stage.id === phoneStage : at === 0))
    : stages
  const drop = (id: string, stage: Stage) => {
    const deal = known.get(id)
    if (deal) move(deal, stage)
  }
  const carried = moving && known.get(moving.id)
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  return (
    <div className="flex flex-col gap-3 lg:h-[calc(100dvh-7rem)]">
      {dialog}
      <PageHeader
        title={t('pipeline.nav')}
        actions={
          <>
            <PipelineSelect pipelines={pipelines} value={pipeline} onChange={onChange} />
            <CompactSwitch state={state} onChange={onChange} />
            <BoardLinks pipeline={pipeline} state={state} here="board" />
            {mayCreate && (
              <Button
                kind="primary"
                icon={<Plus size={16} aria-hidden />}
                onPress={() => openDealForm(stages[0] ? { stageId: stages[0].id } : {})}
              >
                {t('pipeline.new')}
              </Button>
            )}
          </>
        }
      />
      <BoardFilters state={state} onChange={onChange} />
      {isNarrow && (
        <StageChoice
          stages={stages}
          counts={new Map(data?.stages.map(({ stageId, count }) => [stageId, count]))}
          value={shown[0]?.id ?? null}
          onChange={setPhoneStage}
        />
      )}
      <div className="flex min-h-0 flex-1 gap-3 overflow-x-auto pb-1">
        {shown.map((stage) => (
          <StageColumn
            key={stage.id}
            pipeline={pipeline}
            stage={stage}
            sums={data?.stages.find(({ stageId }) => stageId === stage.id)}
            filter={filter}
            q={q}
            moving={moving && carried ? { deal: carried, columnId: moving.stageId } : null}
            mayCreate={mayCreate}
            known={known}
            isCompact={state.compact ?? false}
            onDropId={drop}
            onMove={move}
          />
        ))}
      </div>
      {!isNarrow && (
        <div className="flex gap-3">
          {closedStages(pipeline).map((stage) => (
            <BoardStrip
              key={stage.id}
              label={t('pipeline.dropHere', { stage: stage.name })}
              tone={stage.outcome === 'won' ? 'ok' : 'bad'}
              icon={
                stage.outcome === 'won' ? <Trophy size={16} aria-hidden /> : <XCircle size={16} aria-hidden />
              }
              onDrop={(id) => drop(id, stage)}
            />
          ))}
        </div>
      )}
    </div>
  )
}

type ChoiceProps = {
  stages: readonly Stage[]
  counts: ReadonlyMap<string, number>
  value: string | null
  onChange: (id: string | null) => void
}

/** A phone shows one stage at a time. */
const StageChoice = ({ stages, counts, value, onChange }: ChoiceProps) => {
  const t = useT()
  const format = useFormat()
  return (
    <Select
      aria-label={t('pipeline.field.stage')}
      options={stages.map(({ id, name }) => ({
        id,
        label: counts.has(id) ? `${isolate(name)} (${format.number(counts.get(id) ?? 0)})` : name,
      }))}
      value={value}
      onChange={onChange}
    />
  )
}
