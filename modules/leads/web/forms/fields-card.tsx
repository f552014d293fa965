import { useCustomFields } from '@peyvand/parties/web'
import { FormField, useT } from '@peyvand/platform/web'
import { Card, Checkbox, ErrorNote, IconButton, Select, TextField, useUi } from '@peyvand/ui'
import { reordered, SortableList } from '@peyvand/ui/data'
import { Trash2 } from 'lucide-react'
import { type FormFieldName, formFields, type LeadFormInput } from '../../contract/index.ts'
import type { FormControl } from './form-designer.tsx'

type Field = LeadFormInput['fields'][number]

/** What the form asks, in order by dragging. */
export const FieldsCard = ({ control }: { control: FormControl }) => (
  <FormField control={control} name="fields">
    {({ value, onChange, errorMessage }) => (
      <Fields fields={value} onChange={onChange} fault={errorMessage} />
    )}
  </FormField>
)

type Props = { fields: Field[]; onChange: (fields: Field[]) => void; fault: string | undefined }

const Fields = ({ fields, onChange, fault }: Props) => {
  const t = useT()
  const names = useFieldNames()
  const unused = names.filter(({ id }) => fields.every(({ field }) => field !== id))
  const put = (name: FormFieldName, change: Partial<Field>) =>
    onChange(fields.map((one) => (one.field === name ? { ...one, ...change } : one)))
  const items = fields.map((field) => ({
    ...field,
    // Its key here; what visitors read stands in `written`.
    id: field.field as string,
    written: field.label,
    label: names.find(({ id }) => id === field.field)?.label ?? field.field,
  }))
  return (
    <Card title={t('leads.ui.fields')}>
      {fault && <ErrorNote>{fault}</ErrorNote>}
      <SortableList
        label={t('leads.ui.fields')}
        items={items}
        onReorder={(move) => {
          const order = reordered(items, move).map(({ id }) => id)
          onChange(order.flatMap((id) => fields.filter(({ field }) => field === id)))
        }}
        render={({ id, label, written, hint, required }) => (
          <div className="grid w-full grid-cols-1 items-center gap-2 py-2 lg:grid-cols-[9rem_minmax(8rem,1fr)_minmax(8rem,1fr)_auto_auto]">
            <span className="font-medium">{label}</span>
            <TextField
              aria-label={`${t('leads.ui.label')}: ${label}`}
              placeholder={label}
              maxLength={120}
              value={written}
              onChange={(text) => put(id as FormFieldName, { label: text || null })}
            />
            <TextField
              aria-label={`${t('leads.ui.hint')}: ${label}`}
              placeholder={t('leads.ui.hint')}
              maxLength={200}
              value={hint}
              onChange={(text) => put(id as FormFieldName, { hint: text || null })}
            />
            <span className="flex items-center justify-between gap-2 lg:contents">
              <Checkbox value={required} onChange={(is) => put(id as FormFieldName, { required: is })}>
                {t('leads.ui.fieldRequired')}
              </Checkbox>
              <IconButton
                label={t('leads.ui.removeField', { name: label })}
                icon={<Trash2 />}
                kind="danger"
                onPress={() => onChange(fields.filter(({ field }) => field !== id))}
              />
            </span>
          </div>
        )}
      />
      <AddField
        options={unused}
        onAdd={(field) => onChange([...fields, { field, label: null, hint: null, required: false }])}
      />
    </Card>
  )
}

type AddProps = { options: { id: FormFieldName; label: string }[]; onAdd: (field: FormFieldName) => void }

const AddField = ({ options, onAdd }: AddProps) => {
  const t = useT()
  const first = options[0]
  if (!first) return null
  return (
    <span className="mt-2 flex flex-wrap items-end gap-2">
      <Select<string>
        label={t('leads.ui.addField')}
        className="w-60"
        options={options}
        value={null}
        onChange={(id) => id && onAdd(id as FormFieldName)}
      />
    </span>
  )
}

/** Types of own fields that visitors cannot fill in. */
const notAskable = new Set(['instant', 'duration', 'party', 'user', 'team', 'file'])

function useFieldNames(): { id: FormFieldName; label: string }[] {
  const t = useT()
  const { locale } = useUi()
  const own = useCustomFields('parties', ['person', 'organization', 'leads'])
  return [
    ...formFields.map((id) => ({ id, label: t(`leads.formField.${id}`) })),
    ...own
      .filter(({ type }) => !notAskable.has(type))
      .map(({ key, labelFa, labelEn }) => ({
        id: `custom.${key}` as const,
        label: locale === 'fa' ? labelFa : labelEn,
      })),
  ]
}
