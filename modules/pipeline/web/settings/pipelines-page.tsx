import { RecordFields } from '@peyvand/customization/web'
import {
  PageProblem,
  PageSkeleton,
  usePageTitle,
  usePermission,
  useRoute,
  useT,
  useUrlState,
} from '@peyvand/platform/web'
import { Button, PageHeader } from '@peyvand/ui'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { listPipelinesRoute } from '../../contract/index.ts'
import { PipelineForm } from './pipeline-form.tsx'
import { PipelineOrder } from './pipeline-order.tsx'

const Search = z.object({ pipeline: z.string().optional().catch(undefined) })

/** The firm's pipelines and their stages. */
export const PipelinesPage = () => {
  const t = useT()
  usePageTitle(t('pipeline.pipelines'))
  const [{ pipeline: chosen }, setUrl] = useUrlState(Search)
  const [isNew, setNew] = useState(false)
  const designs = usePermission('customization.manage')
  const { data, error, refetch } = useRoute(listPipelinesRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const pipeline = isNew ? undefined : (data.items.find(({ id }) => id === chosen) ?? data.items[0])
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('pipeline.pipelines')}
        subtitle={t('pipeline.pipelinesHint')}
        actions={
          <Button kind="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setNew(true)}>
            {t('pipeline.newPipeline')}
          </Button>
        }
      />
      {data.items.length > 1 && (
        <PipelineOrder
          pipelines={data.items}
          current={pipeline}
          onChoose={({ id }) => {
            setNew(false)
            setUrl({ pipeline: id })
          }}
        />
      )}
      <PipelineForm
        key={pipeline ? `${pipeline.id} ${pipeline.version}` : 'new'}
        pipeline={pipeline}
        onSaved={({ id }) => {
          setNew(false)
          setUrl({ pipeline: id })
        }}
      />
      {designs && <RecordFields record="deals" />}
    </div>
  )
}
