import { useTeams, useValues } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import type { Template } from '../../contract/index.ts'
import type { TemplateFormValues } from './template-form-fields.tsx'

const labels: Record<keyof TemplateFormValues, string> = {
  name: 'templates.field.name',
  kind: 'templates.field.kind',
  language: 'templates.ui.language',
  categoryId: 'templates.field.category',
  subject: 'templates.ui.subject',
  body: 'templates.ui.body',
  visibility: 'templates.field.visibility',
  teamIds: 'templates.visibility.teams',
}

/** A field of a template by name and its value in words, for comparing with what a colleague saved. */
export function useTemplateWords(template: Template | null) {
  const t = useT()
  const format = useFormat()
  const choices = [...useTeams(), ...useValues('templateCategories', template?.category?.id)]
  const nameOf = (id: string) => choices.find((one) => one.id === id)?.label ?? t('web.conflict.another')
  return (field: keyof TemplateFormValues, value: unknown) => ({
    label: t(labels[field]),
    value: valueInWords(field, value),
  })

  function valueInWords(field: keyof TemplateFormValues, value: unknown): string | null {
    if (Array.isArray(value)) return value.length > 0 ? format.list(value.map(nameOf)) : null
    if (typeof value !== 'string' || value === '') return null
    switch (field) {
      case 'kind':
        return t(`activities.kind.${value}`)
      case 'language':
        return t(`templates.ui.language.${value}`)
      case 'visibility':
        return t(`templates.visibility.${value}`)
      case 'categoryId':
        return nameOf(value)
      default:
        return value
    }
  }
}
