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
import { Breadcrumbs, Button, Card, PageHeader, toast } from '@peyvand/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { FormProvider } from 'react-hook-form'
import {
  createLetterheadRoute,
  type Letterhead,
  LetterheadChange,
  LetterheadInput,
  listLetterheadsRoute,
  previewLetterheadRoute,
  updateLetterheadRoute,
} from '../../contract/index.ts'
import { LetterheadFields } from './letterhead-fields.tsx'

/** A design being made or changed, beside a sample letter on it. */
export const LetterheadPage = () => {
  const { id = 'new' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(listLetterheadsRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return <Editor key={id} letterhead={data.items.find((one) => one.id === id) ?? null} />
}

export const LetterheadForm = LetterheadInput.extend({ archived: LetterheadChange.shape.archived })

const Editor = ({ letterhead }: { letterhead: Letterhead | null }) => {
  const t = useT()
  const navigate = useNavigate()
  const title = letterhead?.name ?? t('letters.ui.newLetterhead')
  usePageTitle(title)
  const form = useSchemaForm(
    LetterheadForm,
    letterhead ?? LetterheadInput.parse({ name: t('letters.ui.firstName') }),
  )
  const { onSubmit, fault, isPending } = useSubmit(form, async ({ archived, ...body }) => {
    await (letterhead
      ? callApi(updateLetterheadRoute, {
          params: { id: letterhead.id },
          body: { ...body, archived: archived ?? false, version: letterhead.version },
        })
      : callApi(createLetterheadRoute, { body }))
    await invalidateTopics(['letterheads'])
    toast({ kind: 'ok', title: t('web.saved') })
    await navigate({ to: '/settings/letterheads' as never })
  })
  useLeaveGuard(form.formState.isDirty && !isPending)
  const parsed = LetterheadInput.safeParse(form.watch())
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        <PageHeader
          breadcrumbs={
            <Breadcrumbs
              items={[
                { label: t('letters.ui.letterheads'), href: '/settings/letterheads' },
                { label: title },
              ]}
            />
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
          <LetterheadFields isNew={letterhead === null} />
          <div className="min-w-0 xl:sticky xl:top-4">
            <Card title={t('letters.ui.preview')}>
              {parsed.success ? <Sample design={parsed.data} /> : <p>{t('letters.ui.previewLater')}</p>}
            </Card>
          </div>
        </div>
      </form>
    </FormProvider>
  )
}

const Sample = ({ design }: { design: LetterheadInput }) => {
  const t = useT()
  const drawing = useDrawing(
    JSON.stringify(design),
    (signal) => fetchFile(previewLetterheadRoute, { query: { format: 'svg' }, body: design }, { signal }),
    { delay: 400 },
  )
  return <PaperView drawing={drawing} label={t('letters.ui.preview')} />
}
