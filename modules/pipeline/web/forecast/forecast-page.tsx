import { isolate } from '@peyvand/persian'
import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT, useUrlState } from '@peyvand/platform/web'
import { EmptyState, PageHeader, Select, useFormat } from '@peyvand/ui'
import { useMedia } from '@peyvand/ui/data'
import { CalendarRange } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { type DealRow, type ForecastColumn, forecastRoute, type Pipeline } from '../../contract/index.ts'
import { BoardFilters, BoardSearch, filterOf } from '../board/board-filters.tsx'
import { BoardLinks, CompactSwitch, PipelineSelect } from '../board/board-views.tsx'
import { usePipelines } from '../use-pipelines.ts'
import { columnId, MonthColumn, useColumnName } from './month-column.tsx'
import { usePutOff } from './use-put-off.ts'

/** What a pipeline is expected to bring, month by month. */
export const ForecastPage = () => {
  const t = useT()
  usePageTitle(t('pipeline.forecast'))
  const [state, setState] = useUrlState(BoardSearch)
  const pipelines = usePipelines()
  if (!pipelines) return <PageSkeleton />
  const pipeline = pipelines.find(({ id }) => id === state.pipeline) ?? pipelines[0]
  if (!pipeline) return <EmptyState icon={<CalendarRange />} title={t('pipeline.none')} />
  return (
    <Forecast key={pipeline.id} pipeline={pipeline} pipelines={pipelines} state={state} onChange={setState} />
  )
}

type Props = {
  pipeline: Pipeline
  pipelines: readonly Pipeline[]
  state: BoardSearch
  onChange: (change: Partial<BoardSearch>) => void
}

const Forecast = ({ pipeline, pipelines, state, onChange }: Props) => {
  const t = useT()
  const isNarrow = useMedia('(max-width: 1023px)')
  const { moving, putOff } = usePutOff()
  const [known] = useState(() => new Map<string, DealRow>())
  const [phoneColumn, setPhoneColumn] = useState<string | null>(null)
  const q = useDeferredValue((state.q ?? '').trim())
  const filter = useMemo(() => filterOf(state), [state])
  const { data, error, refetch } = useRoute(
    forecastRoute,
    {
      query: {
        pipelineId: pipeline.id,
        ...(filter && { filter: JSON.stringify(filter) }),
        ...(q && { q }),
      },
    },
    { keepPrevious: true },
  )
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const { columns } = data
  const shown = isNarrow ? [chosenOf(columns, phoneColumn)] : columns
  return (
    <div className="flex flex-col gap-3 lg:h-[calc(100dvh-7rem)]">
      <PageHeader
        title={t('pipeline.forecast')}
        actions={
          <>
            <PipelineSelect pipelines={pipelines} value={pipeline} onChange={onChange} />
            <CompactSwitch state={state} onChange={onChange} />
            <BoardLinks pipeline={pipeline} state={state} here="forecast" />
          </>
        }
      />
      <BoardFilters state={state} onChange={onChange} />
      {isNarrow && (
        <ColumnChoice
          columns={columns}
          value={columnId(shown[0] as ForecastColumn)}
          onChange={setPhoneColumn}
        />
      )}
      <div className="flex min-h-0 flex-1 gap-3 overflow-x-auto pb-1">
        {shown.map((column) => (
          <MonthColumn
            key={columnId(column)}
            column={column}
            columns={columns}
            pipeline={pipeline}
            filter={filter}
            q={q}
            moving={moving}
            known={known}
            isCompact={state.compact ?? false}
            onMove={putOff}
          />
        ))}
      </div>
    </div>
  )
}

/** The chosen column, or the present month. */
const chosenOf = (columns: readonly ForecastColumn[], id: string | null): ForecastColumn =>
  (columns.find((column) => columnId(column) === id) ??
    columns.find(({ kind }) => kind === 'month')) as ForecastColumn

type ChoiceProps = {
  columns: readonly ForecastColumn[]
  value: string
  onChange: (id: string | null) => void
}

/** A phone shows one column at a time. */
const ColumnChoice = ({ columns, value, onChange }: ChoiceProps) => {
  const t = useT()
  const format = useFormat()
  const name = useColumnName()
  return (
    <Select
      aria-label={t('pipeline.field.expectedCloseOn')}
      options={columns.map((column) => ({
        id: columnId(column),
        label: `${isolate(name(column))} (${format.number(column.count)})`,
      }))}
      value={value}
      onChange={onChange}
    />
  )
}
