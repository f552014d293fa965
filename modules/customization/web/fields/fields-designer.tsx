import { PageProblem, useRoute, useT } from '@peyvand/platform/web'
import { Skeleton } from '@peyvand/ui'
import { listCustomFieldsRoute } from '../../contract/index.ts'
import { FieldList } from './field-list.tsx'
import { FormPreview } from './form-preview.tsx'

const NoScopes = () => null

/** The designer of one record type's own fields beside a preview of its form, for screens with other settings. */
export const FieldsDesigner = ({ record }: { record: string }) => {
  const t = useT()
  const { data, error, refetch } = useRoute(listCustomFieldsRoute, { query: { record } })
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-40" />
  return (
    <section
      aria-label={t('customization.customFields')}
      className="grid items-start gap-3 xl:grid-cols-[1fr_22rem]"
    >
      <FieldList record={record} scopes={NoScopes} fields={data.items} sections={data.sections} />
      <FormPreview
        scopes={NoScopes}
        sections={data.sections}
        fields={data.items.filter(({ archivedAt }) => archivedAt === null)}
      />
    </section>
  )
}
