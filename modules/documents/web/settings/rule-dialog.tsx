import { DecimalField } from '@peyvand/catalog/web'
import { FormDialog, FormField, useSchemaForm, useSubmit, useT } from '@peyvand/platform/web'
import { Checkbox, MoneyField, MultiSelect } from '@peyvand/ui'
import { ApprovalRule, DocumentKind, documentKinds } from '../../contract/index.ts'

type Props = { rule: ApprovalRule | null; onSave: (rule: ApprovalRule) => void; onClose: () => void }

const priced = DocumentKind.options.filter((kind) => documentKinds[kind].prices === 'shown')

/** One rule: of which documents, and over what. */
export const RuleDialog = ({ rule, onSave, onClose }: Props) => {
  const t = useT()
  const form = useSchemaForm(
    ApprovalRule,
    rule ?? { kinds: [], discountOver: null, amountOver: null, belowFloor: true, creditOver: null },
  )
  const { control } = form
  const submit = useSubmit(form, (values) => Promise.resolve(onSave(values)))
  return (
    <FormDialog
      title={t(rule ? 'documents.ui.editRule' : 'documents.ui.addRule')}
      columns={1}
      hint={t('documents.ui.ruleHint')}
      submit={submit}
      onClose={onClose}
    >
      <FormField control={control} name="kinds">
        {(field) => (
          <MultiSelect
            {...field}
            value={field.value ?? []}
            label={t('documents.ui.ruleKinds')}
            placeholder={t('documents.rule.every')}
            options={priced.map((id) => ({ id, label: t(`documents.kind.${id}`) }))}
          />
        )}
      </FormField>
      <FormField control={control} name="discountOver">
        {(field) => (
          <DecimalField
            {...field}
            label={t('documents.ui.discountOver')}
            suffix={<span className="px-1 text-meta text-muted">{t('catalog.ui.percentSign')}</span>}
          />
        )}
      </FormField>
      <FormField control={control} name="amountOver">
        {(field) => <MoneyField {...field} label={t('documents.ui.amountOver')} />}
      </FormField>
      <FormField control={control} name="creditOver">
        {(field) => (
          <MoneyField
            {...field}
            label={t('documents.ui.creditOver')}
            description={t('documents.ui.creditOverHint')}
          />
        )}
      </FormField>
      <FormField control={control} name="belowFloor">
        {({ value, onChange }) => (
          <Checkbox value={value ?? false} onChange={onChange}>
            {t('documents.ui.belowFloor')}
          </Checkbox>
        )}
      </FormField>
    </FormDialog>
  )
}
