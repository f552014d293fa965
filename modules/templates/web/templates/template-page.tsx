import { ActivityKind } from '@peyvand/activities/contract'
import {
  FormFault,
  FormFooter,
  PageProblem,
  PageSkeleton,
  useLeaveGuard,
  usePageTitle,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import { Breadcrumbs, Button, Callout, Card, PageHeader, toast } from '@peyvand/ui'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { getTemplateRoute, type Template } from '../../contract/index.ts'
import { type MergeFields, useMergeFields } from '../fields/use-merge-fields.ts'
import { PreviewPanel } from './preview-panel.tsx'
import { TemplateActions } from './template-actions.tsx'
import { TemplateFormFields } from './template-form-fields.tsx'
import { TemplateReader } from './template-reader.tsx'
import { useTemplateForm } from './use-template-form.ts'

/** A new template. */
export const NewTemplatePage = () => {
  const merge = useMergeFields()
  const kind = ActivityKind.safeParse((useSearch({ strict: false }) as { kind?: string }).kind)
  if (!merge.isLoaded) return <PageSkeleton />
  return <Editor template={null} merge={merge} kind={kind.success ? kind.data : 'sms'} />
}

/** One template: written at the start side, read at the end side. */
export const TemplatePage = () => {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const merge = useMergeFields()
  const { data, error, refetch } = useRoute(getTemplateRoute, { params: { id } })
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data || !merge.isLoaded) return <PageSkeleton />
  if (!data.can.update) return <TemplateReader template={data} merge={merge} />
  return <Opened key={id} opened={data} merge={merge} />
}

const Opened = ({ opened, merge }: { opened: Template; merge: MergeFields }) => {
  // What a colleague saves meanwhile is shown when this is saved, not put under what is being written.
  const [template, setTemplate] = useState(opened)
  return (
    <Editor
      key={template.version}
      template={template}
      merge={merge}
      kind={template.kind}
      onChanged={setTemplate}
    />
  )
}

type EditorProps = {
  template: Template | null
  merge: MergeFields
  kind: ActivityKind
  /** The template as it is now, whoever changed it. */
  onChanged?: (template: Template) => void
}

const Editor = ({ template, merge, kind: startKind, onChanged }: EditorProps) => {
  const t = useT()
  const navigate = useNavigate()
  const formId = useId()
  const title = template?.name ?? t('templates.ui.new')
  usePageTitle(title)
  const toList = () => void navigate({ to: '/templates' as never })
  const { form, dialog, onSubmit, fault, isPending } = useTemplateForm({
    template,
    merge,
    ...(onChanged && { onTheirs: onChanged }),
    ...(template ? {} : { start: { kind: startKind } }),
    onSaved: ({ name }) => {
      toast({ kind: 'ok', title: t('templates.ui.saved', { name }) })
      toList()
    },
  })
  const { isDirty, isSubmitSuccessful } = form.formState
  useLeaveGuard(isDirty && !isPending && !isSubmitSuccessful)
  const [kind, language, subject, body] = useWatch({
    control: form.control,
    name: ['kind', 'language', 'subject', 'body'],
  })
  return (
    <div className="flex flex-col gap-3">
      {dialog}
      <PageHeader
        title={title}
        breadcrumbs={
          <Breadcrumbs items={[{ label: t('templates.nav'), href: '/templates' }, { label: title }]} />
        }
        actions={template && onChanged && <TemplateActions template={template} onChanged={onChanged} />}
      />
      {template?.archivedAt && <Callout tone="warn">{t('templates.ui.isArchived')}</Callout>}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <form
          id={formId}
          noValidate
          aria-label={title}
          onSubmit={onSubmit}
          className="flex min-w-0 flex-col gap-3"
        >
          <FormFault error={fault} />
          <Card>
            <div className="flex flex-col gap-3.5">
              <TemplateFormFields form={form} merge={merge} />
            </div>
          </Card>
          <FormFooter>
            <Button kind="primary" type="submit" isPending={isPending}>
              {t('web.save')}
            </Button>
            <Button onPress={toList}>{t('web.cancel')}</Button>
          </FormFooter>
        </form>
        <PreviewPanel
          kind={kind}
          language={language}
          subject={subject ? merge.toStored(subject) : null}
          body={merge.toStored(body)}
          merge={merge}
        />
      </div>
    </div>
  )
}
