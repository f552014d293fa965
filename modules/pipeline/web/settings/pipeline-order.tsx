import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Card, cx, StatusPill, toast } from '@peyvand/ui'
import { reordered, SortableList } from '@peyvand/ui/data'
import { useState } from 'react'
import { orderPipelinesRoute, type Pipeline } from '../../contract/index.ts'

type Props = {
  pipelines: readonly Pipeline[]
  /** The one that is open below. */
  current: Pipeline | undefined
  onChoose: (pipeline: Pipeline) => void
}

/** The firm's pipelines, in order by dragging: new deals begin in the first. */
export const PipelineOrder = ({ pipelines, current, onChoose }: Props) => {
  const t = useT()
  const problem = useProblemText()
  // What was dropped stays there while the server is told.
  const [dropped, setDropped] = useState<Pipeline[] | null>(null)
  const put = async (inOrder: Pipeline[]) => {
    setDropped(inOrder)
    try {
      await callApi(orderPipelinesRoute, { body: { ids: inOrder.map(({ id }) => id) } })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(['pipelines'])
    setDropped(null)
  }
  const shown = dropped ?? [...pipelines]
  return (
    <Card title={t('pipeline.pipelines')} isFlush>
      <SortableList
        label={t('pipeline.pipelines')}
        items={shown.map((pipeline) => ({ id: pipeline.id, label: pipeline.name, pipeline }))}
        onReorder={(move) => void put(reordered(shown, move))}
        render={({ pipeline }) => (
          <button
            type="button"
            aria-pressed={pipeline.id === current?.id}
            onClick={() => onChoose(pipeline)}
            className={cx(
              'flex min-h-control w-full cursor-pointer items-center gap-2 rounded-control px-2 text-start text-body hover:bg-surface-2',
              pipeline.id === current?.id && 'font-semibold text-accent-text',
            )}
          >
            {pipeline.name}
            {pipeline.archivedAt && <StatusPill>{t('pipeline.archived')}</StatusPill>}
          </button>
        )}
      />
    </Card>
  )
}
