import { activityKinds } from '@peyvand/activities/contract'
import { useTeams, useValues } from '@peyvand/parties/web'
import { FormField, usePermission, useT } from '@peyvand/platform/web'
import { Callout, MultiSelect, SegmentedControl, Select, TextField, useFormat } from '@peyvand/ui'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { fieldsIn, isAlwaysFilled, type TemplateInput, type Visibility } from '../../contract/index.ts'
import type { MergeFields } from '../fields/use-merge-fields.ts'
import { TemplateTextField } from '../text/template-text-field.tsx'

/** Subject and body carry labels instead of keys while they are written. */
export type TemplateForm = UseFormReturn<TemplateFormValues, unknown, TemplateInput>
export type TemplateFormValues = Omit<TemplateInput, 'subject'> & { subject: string | null }

type Props = { form: TemplateForm; merge: MergeFields }

/** Everything of a template that is written; also in the window that saves a text as one. */
export const TemplateFormFields = ({ form, merge }: Props) => {
  const t = useT()
  const { control } = form
  const [kind, categoryId, visibility, language] = useWatch({
    control,
    name: ['kind', 'categoryId', 'visibility', 'language'],
  })
  const categories = useValues('templateCategories', categoryId)
  const teams = useTeams()
  const mayShare = usePermission('templates.manage')
  const shared = visibility !== 'private'
  return (
    <>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))] items-start gap-3.5">
        <FormField control={control} name="name">
          {(field) => <TextField {...field} label={t('templates.field.name')} isRequired maxLength={120} />}
        </FormField>
        <FormField control={control} name="kind">
          {(field) => (
            <Select
              {...field}
              label={t('templates.field.kind')}
              options={activityKinds.map((id) => ({ id, label: t(`activities.kind.${id}`) }))}
            />
          )}
        </FormField>
        <FormField control={control} name="categoryId">
          {(field) => (
            <Select {...field} isClearable label={t('templates.field.category')} options={categories} />
          )}
        </FormField>
        <FormField control={control} name="language">
          {(field) => (
            <Select
              {...field}
              label={t('templates.ui.language')}
              options={[
                { id: 'fa', label: t('templates.ui.language.fa') },
                { id: 'en', label: t('templates.ui.language.en') },
              ]}
            />
          )}
        </FormField>
      </div>
      {(mayShare || shared) && (
        <div className="flex flex-col gap-1">
          <p aria-hidden className="text-body font-medium">
            {t('templates.field.visibility')}
          </p>
          <FormField control={control} name="visibility">
            {({ value, onChange }) => (
              <span>
                <SegmentedControl<Visibility>
                  label={t('templates.field.visibility')}
                  value={value}
                  onChange={onChange}
                  options={(['private', 'teams', 'firm'] as const).map((id) => ({
                    id,
                    label: t(`templates.visibility.${id}`),
                  }))}
                />
              </span>
            )}
          </FormField>
        </div>
      )}
      {visibility === 'teams' && (
        <FormField control={control} name="teamIds">
          {(field) => <MultiSelect {...field} label={t('templates.visibility.teams')} options={teams} />}
        </FormField>
      )}
      {kind !== 'sms' && kind !== 'telegram' && (
        <FormField control={control} name="subject">
          {(field) => (
            <TextField
              {...field}
              label={t('templates.ui.subject')}
              description={t('templates.ui.subjectHint')}
              maxLength={300}
            />
          )}
        </FormField>
      )}
      <FormField control={control} name="body">
        {(field) => (
          <TemplateTextField
            {...field}
            merge={merge}
            label={t('templates.ui.body')}
            description={t('templates.ui.bodyHint')}
            isRequired
            minRows={kind === 'sms' ? 4 : 10}
            maxRows={26}
            countsSms={kind === 'sms'}
            language={language}
          />
        )}
      </FormField>
      <UncoveredFields form={form} merge={merge} />
    </>
  )
}

/** Names the fields that may turn out empty without anything in their place. */
const UncoveredFields = ({ form, merge }: Props) => {
  const t = useT()
  const format = useFormat()
  const [subject, body] = useWatch({ control: form.control, name: ['subject', 'body'] })
  const open = fieldsIn(merge.toStored(`${subject ?? ''}\n${body}`)).filter(
    ({ field, isCovered }) => !isCovered && !isAlwaysFilled(field),
  )
  if (!merge.isLoaded || open.length === 0) return null
  const names = open.map(({ field }) => merge.nameOf(field))
  return (
    <Callout title={t('templates.ui.uncovered', { fields: format.list(names) })}>
      {t('templates.ui.uncoveredHint', { example: `{{${names[0]}|…}}` })}
    </Callout>
  )
}
