import { useT } from '@peyvand/platform/web'
import { cx } from '@peyvand/ui'
import type { Deal, Stage } from '../../contract/index.ts'
import { usePipelines } from '../use-pipelines.ts'

type Props = { deal: Deal; onMove: (stage: Stage) => void }

const look: Record<Stage['outcome'], string> = {
  open: 'bg-accent text-on-accent',
  hold: 'bg-warn-soft text-warn',
  won: 'bg-ok-soft text-ok',
  lost: 'bg-bad-soft text-bad',
}

/** The stages of the deal's pipeline; a press moves the deal there. */
export const StageBar = ({ deal, onMove }: Props) => {
  const t = useT()
  const pipeline = usePipelines()?.find(({ id }) => id === deal.pipelineId)
  if (!pipeline) return null
  return (
    <ol aria-label={t('pipeline.stages')} className="flex flex-wrap gap-1.5">
      {pipeline.stages.map((stage) => {
        const isHere = stage.id === deal.stage.id
        return (
          <li key={stage.id} className="min-w-24 flex-1">
            <button
              type="button"
              aria-current={isHere ? 'step' : undefined}
              disabled={isHere || !deal.can.update}
              onClick={() => onMove(stage)}
              className={cx(
                'min-h-control w-full rounded-control border px-2 py-1 text-meta font-medium',
                isHere
                  ? cx('border-transparent', look[stage.outcome])
                  : 'cursor-pointer border-line bg-surface text-muted enabled:hover:border-accent enabled:hover:text-text disabled:cursor-default',
              )}
            >
              {stage.name}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
