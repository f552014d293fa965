import { callApi, invalidateTopics, useConflict, useSchemaForm, useSubmit } from '@peyvand/platform/web'
import { useUi } from '@peyvand/ui'
import {
  createTemplateRoute,
  type Template,
  TemplateInput,
  updateTemplateRoute,
} from '../../contract/index.ts'
import type { MergeFields } from '../fields/use-merge-fields.ts'
import type { TemplateForm, TemplateFormValues } from './template-form-fields.tsx'
import { useTemplateWords } from './use-template-words.ts'

interface Options {
  /** What is changed; null for a new one. */
  template: Template | null
  /** With labels of fields. */
  start?: Partial<Pick<TemplateInput, 'name' | 'kind' | 'subject' | 'body'>>
  merge: MergeFields
  onSaved: (template: Template) => void
  /** Shows the template as somebody else has saved it meanwhile. */
  onTheirs?: (current: Template) => void
}

/** A template being written; sent with keys in place of labels. */
export function useTemplateForm({ template, start = {}, merge, onSaved, onTheirs }: Options) {
  const { locale } = useUi()
  const form = useSchemaForm(TemplateInput, {
    ...(template ? valuesOf(template, merge) : emptyValues(locale)),
    ...start,
  }) as unknown as TemplateForm
  const { saveOver, dialog } = useConflict<Template, TemplateFormValues>({
    valuesOf: (record) => valuesOf(record, merge),
    inWords: useTemplateWords(template),
    onTheirs: (current) => onTheirs?.(current),
  })
  const stored = (values: TemplateFormValues) => ({
    ...values,
    subject: values.subject ? merge.toStored(values.subject) : null,
    body: merge.toStored(values.body),
  })
  const submit = useSubmit(form, async (values) => {
    const saved = template
      ? await saveOver({
          record: template,
          mine: values,
          save: (mine, { id, version }) =>
            callApi(updateTemplateRoute, { params: { id }, body: { ...stored(mine), version } }),
        })
      : await callApi(createTemplateRoute, { body: stored(values) })
    if (!saved) return
    form.reset(form.getValues())
    await invalidateTopics(['templates'])
    onSaved(saved)
  })
  return { form, dialog, ...submit }
}

const emptyValues = (locale: TemplateFormValues['language']): TemplateFormValues => ({
  name: '',
  kind: 'sms',
  language: locale,
  categoryId: null,
  subject: null,
  body: '',
  visibility: 'private',
  teamIds: [],
})

const valuesOf = (template: Template, merge: MergeFields): TemplateFormValues => ({
  name: template.name,
  kind: template.kind,
  language: template.language,
  categoryId: template.category?.id ?? null,
  subject: template.subject ? merge.toShown(template.subject) : null,
  body: merge.toShown(template.body),
  visibility: template.visibility,
  teamIds: template.teams.map(({ id }) => id),
})
