import { callApi, invalidateTopics, useSchemaForm, useSubmit } from '@peyvand/platform/web'
import { useUi } from '@peyvand/ui'
import {
  createTemplateRoute,
  type Template,
  TemplateInput,
  updateTemplateRoute,
} from '../../contract/index.ts'
import type { MergeFields } from '../fields/use-merge-fields.ts'
import type { TemplateForm } from './template-form-fields.tsx'

interface Options {
  /** What is changed; null for a new one. */
  template: Template | null
  /** With labels of fields. */
  start?: Partial<Pick<TemplateInput, 'name' | 'kind' | 'subject' | 'body'>>
  merge: MergeFields
  onSaved: (template: Template) => void
}

/** A template being written; sent with keys in place of labels. */
export function useTemplateForm({ template, start = {}, merge, onSaved }: Options) {
  const { locale } = useUi()
  const form = useSchemaForm(TemplateInput, {
    name: template?.name ?? '',
    kind: template?.kind ?? 'sms',
    language: template?.language ?? locale,
    categoryId: template?.category?.id ?? null,
    subject: template?.subject ? merge.toShown(template.subject) : null,
    body: template ? merge.toShown(template.body) : '',
    visibility: template?.visibility ?? 'private',
    teamIds: template?.teams.map(({ id }) => id) ?? [],
    ...start,
  }) as unknown as TemplateForm
  const submit = useSubmit(form, async (values) => {
    const body = {
      ...values,
      subject: values.subject ? merge.toStored(values.subject) : null,
      body: merge.toStored(values.body),
    }
    const saved = template
      ? await callApi(updateTemplateRoute, {
          params: { id: template.id },
          body: { ...body, version: template.version },
        })
      : await callApi(createTemplateRoute, { body })
    form.reset(form.getValues())
    await invalidateTopics(['templates'])
    onSaved(saved)
  })
  return { form, ...submit }
}
