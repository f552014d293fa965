import { joinFacts } from '@peyvand/persian'
import { PageProblem, PageSkeleton, usePageTitle, useRoute, useT } from '@peyvand/platform/web'
import {
  Breadcrumbs,
  ButtonLink,
  Card,
  EmptyState,
  Link,
  PageHeader,
  StatusPill,
  useFormat,
} from '@peyvand/ui'
import { Plus, TextCursorInput } from 'lucide-react'
import { type LeadForm, listLeadFormsRoute } from '../../contract/index.ts'

/** The public forms by which leads come. */
export const FormsPage = () => {
  const t = useT()
  usePageTitle(t('leads.ui.forms'))
  const { data, error, refetch } = useRoute(listLeadFormsRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const add = (
    <ButtonLink kind="primary" href="/leads/forms/new" icon={<Plus size={16} aria-hidden />}>
      {t('leads.ui.newForm')}
    </ButtonLink>
  )
  return (
    <div className="mx-auto flex w-full max-w-220 flex-col gap-4">
      <Breadcrumbs items={[{ label: t('leads.ui.nav'), href: '/leads' }, { label: t('leads.ui.forms') }]} />
      <PageHeader title={t('leads.ui.forms')} subtitle={t('leads.ui.formsHint')} actions={add} />
      {data.items.length === 0 ? (
        <EmptyState icon={<TextCursorInput />} title={t('leads.ui.noForms')} action={add}>
          {t('leads.ui.noFormsHint')}
        </EmptyState>
      ) : (
        <Card isFlush>
          <ul>
            {data.items.map((form) => (
              <li key={form.id} className="border-b border-line px-4 py-2.5 last:border-b-0">
                <FormLine form={form} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

const FormLine = ({ form }: { form: LeadForm }) => {
  const t = useT()
  const format = useFormat()
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
      <span className="flex min-w-0 flex-1 flex-col">
        <Link href={`/leads/forms/${form.id}`} className="truncate font-medium">
          {form.name}
        </Link>
        <span className="text-meta text-muted">{joinFacts([form.title, form.source?.name])}</span>
      </span>
      {!form.active && <StatusPill>{t('leads.ui.inactive')}</StatusPill>}
      <span className="text-meta text-muted">{t('leads.ui.entries', { count: form.entries })}</span>
      {form.lastEntryAt && (
        <span className="text-meta text-muted">
          {t('leads.ui.lastEntry', { when: format.relative(form.lastEntryAt) })}
        </span>
      )}
    </span>
  )
}
