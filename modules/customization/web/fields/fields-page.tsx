import {
  PageProblem,
  PageSkeleton,
  usePageTitle,
  useRoute,
  useSlot,
  useT,
  useUrlState,
} from '@peyvand/platform/web'
import { PageHeader, SegmentedControl } from '@peyvand/ui'
import { z } from 'zod'
import { listCustomFieldsRoute } from '../../contract/index.ts'
import { FieldList } from './field-list.tsx'
import { FormPreview } from './form-preview.tsx'

const Search = z.object({ record: z.string().optional().catch(undefined) })

/** The firm's own fields of each record type: made, changed, put in order, archived. */
export function FieldsPage() {
  const t = useT()
  usePageTitle(t('customization.customFields'))
  const records = useSlot('customization.fields.record')
  const [{ record: chosen }, setSearch] = useUrlState(Search)
  const { data, error, refetch } = useRoute(listCustomFieldsRoute, { query: {} })
  const record = records.find(({ id }) => id === chosen) ?? records[0]
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data || !record) return <PageSkeleton />
  const parts = {
    fields: data.items.filter((field) => field.record === record.id),
    sections: data.sections.filter((section) => section.record === record.id),
  }
  return (
    <div className="flex flex-col gap-3">
      <PageHeader title={t('customization.customFields')} subtitle={t('customization.ui.fields.hint')} />
      {records.length > 1 && (
        <div>
          <SegmentedControl
            label={t('customization.ui.fields.record')}
            value={record.id}
            options={records.map(({ id, label = id }) => ({ id, label: t(label) }))}
            onChange={(id) => setSearch({ record: id })}
          />
        </div>
      )}
      <div className="grid items-start gap-3 lg:grid-cols-[1fr_24rem]">
        <FieldList key={record.id} record={record.id} scopes={record.component} {...parts} />
        <FormPreview
          key={`${record.id}.preview`}
          scopes={record.component}
          sections={parts.sections}
          fields={parts.fields.filter(({ archivedAt }) => !archivedAt)}
        />
      </div>
    </div>
  )
}
