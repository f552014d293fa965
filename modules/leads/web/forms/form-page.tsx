import { PageProblem, PageSkeleton, usePageTitle, useRoute, useSession, useT } from '@peyvand/platform/web'
import { Breadcrumbs, PageHeader, useUi } from '@peyvand/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { getLeadFormRoute, type LeadForm, type LeadFormInput } from '../../contract/index.ts'
import { FormDesigner } from './form-designer.tsx'

/** The designer of a form that is there. */
export const FormPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useRoute(getLeadFormRoute, { params: { id } })
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <Frame title={data.name}>
      <FormDesigner key={data.version} form={data} values={valuesOf(data)} onSaved={() => undefined} />
    </Frame>
  )
}

/** The designer of a new form. */
export const NewFormPage = () => {
  const t = useT()
  const navigate = useNavigate()
  const { locale } = useUi()
  const { user } = useSession()
  const values: LeadFormInput = {
    name: '',
    active: true,
    locale,
    title: '',
    intro: null,
    button: null,
    thanks: t('leads.ui.thanksDefault'),
    consent: null,
    fields: [
      { field: 'firstName', label: null, hint: null, required: false },
      { field: 'lastName', label: null, hint: null, required: true },
      { field: 'mobile', label: null, hint: null, required: true },
      { field: 'message', label: null, hint: null, required: false },
    ],
    sourceId: null,
    productGroupId: null,
    byRules: true,
    ownerId: user.id,
    followUpDays: 1,
    origins: [],
  }
  return (
    <Frame title={t('leads.ui.newForm')}>
      <FormDesigner
        values={values}
        onSaved={({ id }) => void navigate({ to: `/leads/forms/${id}` as never, replace: true })}
      />
    </Frame>
  )
}

const Frame = ({ title, children }: { title: string; children: ReactNode }) => {
  const t = useT()
  usePageTitle(title)
  return (
    <div className="mx-auto flex w-full max-w-220 flex-col gap-4">
      <Breadcrumbs
        items={[
          { label: t('leads.ui.nav'), href: '/leads' },
          { label: t('leads.ui.forms'), href: '/leads/forms' },
          { label: title },
        ]}
      />
      <PageHeader title={title} />
      {children}
    </div>
  )
}

const valuesOf = ({
  name,
  active,
  locale,
  title,
  intro,
  button,
  thanks,
  consent,
  ...form
}: LeadForm): LeadFormInput => ({
  name,
  active,
  locale,
  title,
  intro,
  button,
  thanks,
  consent,
  fields: form.fields,
  sourceId: form.sourceId,
  productGroupId: form.productGroupId,
  byRules: form.byRules,
  ownerId: form.ownerId,
  followUpDays: form.followUpDays,
  origins: form.origins,
})
