import { useT } from '@peyvand/platform/web'
import { ButtonLink, IconButton, Select } from '@peyvand/ui'
import { CalendarRange, List, Rows3, Rows4, SquareKanban } from 'lucide-react'
import type { Pipeline } from '../../contract/index.ts'
import type { BoardSearch } from './board-filters.tsx'

type Choice = {
  pipelines: readonly Pipeline[]
  value: Pipeline
  onChange: (change: { pipeline: string }) => void
}

/** Which pipeline is looked at, where there are several. */
export const PipelineSelect = ({ pipelines, value, onChange }: Choice) => {
  const t = useT()
  if (pipelines.length < 2) return null
  return (
    <Select
      aria-label={t('pipeline.field.pipeline')}
      options={pipelines.map(({ id, name }) => ({ id, label: name }))}
      value={value.id}
      onChange={(id) => id && onChange({ pipeline: id })}
    />
  )
}

type Compact = { state: BoardSearch; onChange: (change: Partial<BoardSearch>) => void }

/** More cards in less room. */
export const CompactSwitch = ({ state, onChange }: Compact) => {
  const t = useT()
  const isOn = state.compact ?? false
  return (
    <IconButton
      label={t(isOn ? 'pipeline.fullCards' : 'pipeline.compactCards')}
      icon={isOn ? <Rows3 /> : <Rows4 />}
      onPress={() => onChange({ compact: isOn ? undefined : true })}
    />
  )
}

type Links = { pipeline: Pipeline; state: BoardSearch; here: 'board' | 'forecast' }

/** The other ways to look at the same deals; board and forecast keep each other's filters. */
export const BoardLinks = ({ pipeline, state, here }: Links) => {
  const t = useT()
  const chosen = Object.entries({ ...state, pipeline: pipeline.id }).filter(
    ([, value]) => value !== undefined,
  )
  const of = new URLSearchParams(chosen.map(([key, value]) => [key, String(value)]))
  return (
    <>
      {here === 'forecast' ? (
        <ButtonLink href={`/pipeline?${of}`} icon={<SquareKanban size={16} aria-hidden />}>
          {t('pipeline.asBoard')}
        </ButtonLink>
      ) : (
        <ButtonLink href={`/pipeline/forecast?${of}`} icon={<CalendarRange size={16} aria-hidden />}>
          {t('pipeline.forecast')}
        </ButtonLink>
      )}
      <ButtonLink href="/deals" icon={<List size={16} aria-hidden />}>
        {t('pipeline.asList')}
      </ButtonLink>
    </>
  )
}
