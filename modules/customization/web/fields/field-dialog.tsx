import { type CustomField, CustomFieldType, type CustomSection } from '@peyvand/platform/contract'
import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { CodeField, Disclosure, Select, TextField, useUi } from '@peyvand/ui'
import type { ComponentType } from 'react'
import { useWatch } from 'react-hook-form'
import { createCustomFieldRoute, updateCustomFieldRoute } from '../../contract/index.ts'
import { useAskedFields } from './asked-fields.ts'
import { FilledField, fieldValues } from './field-form.ts'
import type { FieldScopesProps } from './field-list.tsx'
import { FieldRules } from './field-rules.tsx'
import { fieldIcons, isChoice, keyFrom } from './field-types.ts'
import { FieldUses } from './field-uses.tsx'
import { OptionsEditor } from './options-editor.tsx'

type Props = {
  record: string
  /** null for a new one. */
  field: CustomField | null
  /** All fields of the record type. */
  fields: readonly CustomField[]
  sections: readonly CustomSection[]
  scopes: ComponentType<FieldScopesProps>
  onClose: () => void
}

/** What a field is called, holds and asks; its type and key stay as they were made. */
export const FieldDialog = ({ record, field, fields, sections, scopes, onClose }: Props) => {
  const t = useT()
  const { locale } = useUi()
  const taken = fields.map(({ key }) => key)
  const form = useSchemaForm(
    FilledField,
    fieldValues(field, { record, key: keyFrom('', taken), position: taken.length + 1 }),
  )
  const { control, formState, setValue } = form
  const type = useWatch({ control, name: 'type' })
  const submit = useSubmit(form, async (given) => {
    const body = {
      ...given,
      options: isChoice(given.type) ? given.options : [],
      requiredFor: given.required ? given.requiredFor : [],
      defaultValue: given.unique ? null : given.defaultValue,
    }
    if (field) {
      const { record: _record, key: _key, type: _type, position: _position, ...change } = body
      await callApi(updateCustomFieldRoute, {
        params: { id: field.id },
        body: { ...change, version: field.version },
      })
    } else await callApi(createCustomFieldRoute, { body })
    await invalidateTopics(['custom-fields'])
    onClose()
  })
  /** The name for programs follows the English label until somebody types one. */
  const followLabel = (label: string) => {
    if (!field && !formState.dirtyFields.key) setValue('key', keyFrom(label, taken))
  }
  const others = useAskedFields(
    record,
    fields.filter(({ id, archivedAt }) => id !== field?.id && archivedAt === null),
  )
  return (
    <FormDialog
      columns={1}
      isDismissable={false}
      title={
        field
          ? t('customization.ui.editOf', { name: locale === 'fa' ? field.labelFa : field.labelEn })
          : t('customization.ui.fields.new')
      }
      submit={submit}
      onClose={onClose}
    >
      {field && <FieldUses field={field} />}
      <div className="grid items-start gap-3.5 sm:grid-cols-2">
        <FormField control={control} name="labelFa">
          {(bound) => <TextField {...bound} label={t('customization.ui.labelFa')} isRequired />}
        </FormField>
        <FormField control={control} name="labelEn">
          {({ onChange, ...bound }) => (
            <TextField
              {...bound}
              onChange={(label) => {
                onChange(label)
                followLabel(label)
              }}
              label={t('customization.ui.labelEn')}
              isRequired
            />
          )}
        </FormField>
        <FormField control={control} name="type">
          {({ value, onChange, ...bound }) => (
            <Select
              {...bound}
              label={t('customization.ui.fields.type')}
              value={value}
              onChange={(next) => {
                if (!next) return
                onChange(next)
                setValue('defaultValue', null)
                setValue('unique', false)
              }}
              isDisabled={field !== null}
              description={field ? t('customization.ui.fields.typeStays') : undefined}
              options={CustomFieldType.options.map((id) => {
                const Icon = fieldIcons[id]
                return { id, label: t(`customization.ui.fields.type.${id}`), icon: <Icon /> }
              })}
            />
          )}
        </FormField>
        {sections.length > 0 && (
          <FormField control={control} name="sectionId">
            {({ value, onChange, ...bound }) => (
              <Select
                {...bound}
                label={t('customization.ui.sections.section')}
                value={value ?? null}
                onChange={onChange}
                isClearable
                options={sections.map((section) => ({
                  id: section.id,
                  label: locale === 'fa' ? section.titleFa : section.titleEn,
                }))}
              />
            )}
          </FormField>
        )}
      </div>
      {isChoice(type) && (
        <FormField control={control} name="options">
          {({ value, onChange }) => (
            <OptionsEditor
              value={value ?? []}
              onChange={onChange}
              {...(formState.errors.options
                ? { errorMessage: t('customization.ui.fields.optionsIncomplete') }
                : {})}
              {...(field ? { fieldId: field.id } : {})}
            />
          )}
        </FormField>
      )}
      <FieldRules form={form} others={others} scopes={scopes} />
      <div className="grid items-start gap-3.5 sm:grid-cols-2">
        {(['helpFa', 'helpEn'] as const).map((name) => (
          <FormField key={name} control={control} name={name}>
            {({ value, onChange, ...bound }) => (
              <TextField
                {...bound}
                value={value ?? ''}
                onChange={(text) => onChange(text === '' ? null : text)}
                label={t(`customization.ui.fields.${name}`)}
                description={t('customization.ui.fields.helpHint')}
              />
            )}
          </FormField>
        ))}
      </div>
      {!field && (
        <Disclosure title={t('customization.ui.fields.forPrograms')}>
          <FormField control={control} name="key">
            {(bound) => (
              <CodeField
                {...bound}
                label={t('customization.ui.fields.key')}
                description={t('customization.ui.fields.keyHint')}
              />
            )}
          </FormField>
        </Disclosure>
      )}
    </FormDialog>
  )
}
