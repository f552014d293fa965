import { PaperView, useDrawing } from '@peyvand/files/web'
import {
  callApi,
  FormFault,
  fetchFile,
  invalidateTopics,
  PageProblem,
  PageSkeleton,
  useLeaveGuard,
  usePageTitle,
  useRoute,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Breadcrumbs, Button, Card, PageHeader, Select, toast } from '@peyvand/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import {
  createPaperDesignRoute,
  DocumentKind,
  listPaperDesignsRoute,
  type PaperDesign,
  PaperDesignChange,
  PaperDesignInput,
  previewPaperDesignRoute,
  updatePaperDesignRoute,
} from '../../contract/index.ts'
import { DesignFields } from './design-fields.tsx'

const list = '/settings/document-designs'

/** A design being made or changed, beside a sample document on it. */
export const DesignPage = () => {
  const { id = 'new' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(listPaperDesignsRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return <Editor key={id} design={data.items.find((one) => one.id === id) ?? null} />
}

export const DesignForm = PaperDesignInput.extend({ archived: PaperDesignChange.shape.archived }).strip()

const Editor = ({ design }: { design: PaperDesign | null }) => {
  const t = useT()
  const navigate = useNavigate()
  const title = design?.name ?? t('documents.design.new')
  usePageTitle(title)
  const form = useSchemaForm(
    DesignForm,
    design ?? { ...PaperDesignInput.parse({ name: t('documents.design.firstName') }), archived: false },
  )
  const { onSubmit, fault, isPending } = useSubmit(form, async ({ archived, ...body }) => {
    await (design
      ? callApi(updatePaperDesignRoute, {
          params: { id: design.id },
          body: { ...body, archived, version: design.version },
        })
      : callApi(createPaperDesignRoute, { body }))
    await invalidateTopics(['documents'])
    toast({ kind: 'ok', title: t('web.saved') })
    await navigate({ to: list as never })
  })
  useLeaveGuard(form.formState.isDirty && !isPending)
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        <PageHeader
          breadcrumbs={
            <Breadcrumbs items={[{ label: t('documents.designs'), href: list }, { label: title }]} />
          }
          title={title}
          actions={
            <Button kind="primary" type="submit" isPending={isPending}>
              {t('web.save')}
            </Button>
          }
        />
        <FormFault error={fault} />
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <DesignFields isNew={design === null} />
          <div className="min-w-0 xl:sticky xl:top-4">
            <Sample design={DesignForm.safeParse(form.watch()).data} />
          </div>
        </div>
      </form>
    </FormProvider>
  )
}

const Sample = ({ design }: { design: (PaperDesignInput & { archived?: boolean }) | undefined }) => {
  const t = useT()
  const [kind, setKind] = useState<DocumentKind>(design?.kinds[0] ?? 'invoice')
  return (
    <Card title={t('documents.design.preview')}>
      <div className="flex flex-col gap-3">
        <Select
          label={t('documents.design.sampleOf')}
          value={kind}
          options={DocumentKind.options.map((id) => ({ id, label: t(`documents.kind.${id}`) }))}
          onChange={(next) => next && setKind(next)}
        />
        {design ? <Pages design={design} kind={kind} /> : <p>{t('documents.design.previewLater')}</p>}
      </div>
    </Card>
  )
}

const Pages = ({
  design,
  kind,
}: {
  design: PaperDesignInput & { archived?: boolean }
  kind: DocumentKind
}) => {
  const t = useT()
  const { archived: _, ...body } = design
  const drawing = useDrawing(
    JSON.stringify([body, kind]),
    (signal) => fetchFile(previewPaperDesignRoute, { query: { format: 'svg', kind }, body }, { signal }),
    { delay: 400 },
  )
  return <PaperView drawing={drawing} label={t('documents.design.preview')} />
}
