import { type ConditionRule, canBeUnique } from '@peyvand/platform/contract'
import { FormField, useT } from '@peyvand/platform/web'
import { Switch } from '@peyvand/ui'
import type { ComponentType } from 'react'
import { useWatch } from 'react-hook-form'
import type { AskedField } from './asked-fields.ts'
import { ConditionEditor } from './condition-editor.tsx'
import { DefaultField } from './default-field.tsx'
import type { FieldForm } from './field-form.ts'
import type { FieldScopesProps } from './field-list.tsx'

type Props = {
  form: FieldForm
  /** What its condition may ask. */
  others: readonly AskedField[]
  scopes: ComponentType<FieldScopesProps>
}

/** What a field asks of a record: where it is shown, whether it must be filled, be unlike others, and what it begins with. */
export const FieldRules = ({ form, others, scopes: Scopes }: Props) => {
  const t = useT()
  const { control, formState } = form
  const [type, options = [], required, unique] = useWatch({
    control,
    name: ['type', 'options', 'required', 'unique'],
  })
  return (
    <>
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
      <FormField control={control} name="showWhen">
        {({ value, onChange }) => (
          <ConditionEditor
            value={value ? { ...value, match: value.match ?? 'all', rules: withValues(value.rules) } : null}
            onChange={onChange}
            fields={others}
            errorMessage={
              formState.errors.showWhen &&
              (formState.errors.showWhen.message ?? t('customization.ui.fields.conditionIncomplete'))
            }
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
      {required && (
        <FormField control={control} name="requiredFor">
          {({ value, onChange }) => (
            <Scopes
              label={t('customization.ui.fields.requiredFor')}
              description={t('customization.ui.fields.requiredForHint')}
              value={value ?? []}
              onChange={onChange}
            />
          )}
        </FormField>
      )}
      {canBeUnique(type) && (
        <FormField control={control} name="unique">
          {({ value, onChange }) => (
            <Switch
              value={value ?? false}
              onChange={(isUnique) => {
                onChange(isUnique)
                if (isUnique) form.setValue('defaultValue', null)
              }}
              description={t('customization.ui.fields.uniqueHint')}
            >
              {t('customization.ui.fields.unique')}
            </Switch>
          )}
        </FormField>
      )}
      {!unique && type !== 'file' && (
        <FormField control={control} name="defaultValue">
          {({ value, onChange, errorMessage }) => (
            <DefaultField
              // Another type takes another value.
              key={type}
              definition={{ type, options }}
              value={value ?? null}
              onChange={onChange}
              errorMessage={errorMessage}
            />
          )}
        </FormField>
      )}
    </>
  )
}

type Given = { field: string; op: ConditionRule['op']; values?: ConditionRule['values'] | undefined }
const withValues = (rules: readonly Given[]): ConditionRule[] =>
  rules.map(({ field, op, values = [] }) => ({ field, op, values }))
