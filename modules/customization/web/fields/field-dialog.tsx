import { type CustomField, CustomFieldInput, CustomFieldType } from '@peyvand/platform/contract'
import {
  callApi,
  FormFault,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, CodeField, Dialog, Disclosure, Select, Switch, TextField } from '@peyvand/ui'
import { type ComponentType, useId } from 'react'
import { useWatch } from 'react-hook-form'
import { createCustomFieldRoute, updateCustomFieldRoute } from '../../contract/index.ts'
import type { FieldScopesProps } from './field-list.tsx'
import { fieldIcons, isChoice, keyFrom } from './field-types.ts'
import { OptionsEditor } from './options-editor.tsx'

/** A choice needs something to choose from. */
const Filled = CustomFieldInput.refine(({ type, options }) => !isChoice(type) || options.length > 0, {
  path: ['options'],
  params: { code: 'required' },
})

type Props = {
  record: string
  /** null for a new one. */
  field: CustomField | null
  /** Keys of the record type's fields. */
  taken: readonly string[]
  scopes: ComponentType<FieldScopesProps>
  onClose: () => void
}

/** What a field is called, holds and asks; its type and key stay as they were made. */
export const FieldDialog = ({ record, field, taken, scopes: Scopes, onClose }: Props) => {
  const t = useT()
  const formId = useId()
  const form = useSchemaForm(Filled, {
    record,
    key: field?.key ?? keyFrom('', taken),
    type: field?.type ?? 'text',
    labelFa: field?.labelFa ?? '',
    labelEn: field?.labelEn ?? '',
    helpFa: field?.helpFa ?? null,
    helpEn: field?.helpEn ?? null,
    required: field?.required ?? false,
    options: field?.options ?? [],
    appliesTo: field?.appliesTo ?? [],
    position: field?.position ?? taken.length + 1,
  })
  const { control, formState, setValue } = form
  const type = useWatch({ control, name: 'type' })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    const options = isChoice(body.type) ? body.options : []
    if (field) {
      const { labelFa, labelEn, helpFa, helpEn, required, appliesTo } = body
      await callApi(updateCustomFieldRoute, {
        params: { id: field.id },
        body: { version: field.version, labelFa, labelEn, helpFa, helpEn, required, appliesTo, options },
      })
    } else await callApi(createCustomFieldRoute, { body: { ...body, options } })
    await invalidateTopics(['custom-fields'])
    onClose()
  })
  /** The name for programs follows the English label until somebody types one. */
  const followLabel = (label: string) => {
    if (!field && !formState.dirtyFields.key) setValue('key', keyFrom(label, taken))
  }
  return (
    <Dialog
      isOpen
      isDismissable={false}
      title={field ? t('customization.ui.editOf', { name: field.labelFa }) : t('customization.ui.fields.new')}
      onOpenChange={onClose}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} isPending={isPending}>
            {t('web.save')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={onSubmit} className="flex flex-col gap-3.5">
        <FormFault error={fault} />
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
        </div>
        <FormField control={control} name="type">
          {({ value, onChange, ...bound }) => (
            <Select
              {...bound}
              label={t('customization.ui.fields.type')}
              value={value}
              onChange={(next) => next && onChange(next)}
              isDisabled={field !== null}
              description={field ? t('customization.ui.fields.typeStays') : undefined}
              options={CustomFieldType.options.map((id) => {
                const Icon = fieldIcons[id]
                return { id, label: t(`customization.ui.fields.type.${id}`), icon: <Icon /> }
              })}
            />
          )}
        </FormField>
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
        <FormField control={control} name="appliesTo">
          {({ value, onChange }) => (
            <Scopes
              label={t('customization.ui.fields.scopes')}
              description={t('customization.ui.fields.scopesHint')}
              value={value ?? []}
              onChange={onChange}
            />
          )}
        </FormField>
        <FormField control={control} name="required">
          {({ value, onChange }) => (
            <Switch
              value={value ?? false}
              onChange={onChange}
              description={t('customization.ui.fields.requiredHint')}
            >
              {t('customization.ui.fields.required')}
            </Switch>
          )}
        </FormField>
        <FormField control={control} name="helpFa">
          {({ value, onChange, ...bound }) => (
            <TextField
              {...bound}
              value={value ?? ''}
              onChange={(text) => onChange(text === '' ? null : text)}
              label={t('customization.ui.fields.help')}
              description={t('customization.ui.fields.helpHint')}
            />
          )}
        </FormField>
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
      </form>
    </Dialog>
  )
}
