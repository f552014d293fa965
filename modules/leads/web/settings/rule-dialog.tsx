import { useGroupOptions } from '@peyvand/catalog/web'
import { useColleagues, useTeams, useValues } from '@peyvand/parties/web'
import { provinces } from '@peyvand/persian/provinces'
import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { ComboBox, MultiSelect, Select, Switch, TextField, useUi } from '@peyvand/ui'
import { useWatch } from 'react-hook-form'
import {
  type AssignmentRule,
  AssignmentRuleInput,
  AssignTo,
  createAssignmentRuleRoute,
  updateAssignmentRuleRoute,
} from '../../contract/index.ts'
import { ListField } from '../fields/list-field.tsx'

/** Makes a rule of assignment or changes one. */
export const RuleDialog = ({ rule, onClose }: { rule?: AssignmentRule; onClose: () => void }) => {
  const t = useT()
  const { locale } = useUi()
  const colleagues = useColleagues()
  const teams = useTeams()
  const sources = useValues('sources')
  const groups = useGroupOptions()
  const form = useSchemaForm(AssignmentRuleInput, {
    name: rule?.name ?? '',
    active: rule?.active ?? true,
    sourceIds: rule?.sourceIds ?? [],
    provinces: rule?.provinces ?? [],
    cities: rule?.cities ?? [],
    productGroupIds: rule?.productGroupIds ?? [],
    to: rule?.to ?? 'user',
    userId: rule?.userId ?? null,
    teamId: rule?.teamId ?? null,
  })
  const { control } = form
  const to = useWatch({ control, name: 'to' })
  const submit = useSubmit(form, async (body) => {
    await (rule
      ? callApi(updateAssignmentRuleRoute, { params: { id: rule.id }, body })
      : callApi(createAssignmentRuleRoute, { body }))
    await invalidateTopics(['leads'])
    onClose()
  })
  const many = [
    { name: 'sourceIds', label: t('leads.ui.sources'), options: sources },
    {
      name: 'provinces',
      label: t('leads.ui.provinces'),
      options: provinces.map(({ code, ...names }) => ({ id: code, label: names[locale] })),
    },
    { name: 'productGroupIds', label: t('leads.ui.productGroups'), options: groups },
  ] as const
  return (
    <FormDialog
      title={rule ? t('leads.ui.editNamed', { name: rule.name }) : t('leads.ui.addRule')}
      submit={submit}
      onClose={onClose}
    >
      <FormField control={control} name="name">
        {(field) => <TextField {...field} label={t('leads.ui.name')} isRequired maxLength={120} />}
      </FormField>
      <FormField control={control} name="active">
        {({ value, onChange }) => (
          <span className="self-end pb-1.5">
            <Switch value={value ?? true} onChange={onChange}>
              {t('leads.ui.active')}
            </Switch>
          </span>
        )}
      </FormField>
      {many.map(({ name, label, options }) => (
        <FormField key={name} control={control} name={name}>
          {(field) => (
            <MultiSelect
              {...field}
              value={field.value ?? []}
              label={label}
              options={options}
              placeholder={t('leads.ui.everything')}
            />
          )}
        </FormField>
      ))}
      <FormField control={control} name="cities">
        {({ value = [], ...field }) => (
          <ListField
            {...field}
            value={value}
            label={t('leads.ui.cities')}
            description={t('leads.ui.citiesHint')}
          />
        )}
      </FormField>
      <FormField control={control} name="to">
        {(field) => (
          <Select
            {...field}
            label={t('leads.ui.assignTo')}
            options={AssignTo.options.map((id) => ({ id, label: t(`leads.ui.to.${id}`) }))}
          />
        )}
      </FormField>
      {to === 'user' ? (
        <FormField control={control} name="userId">
          {(field) => (
            <ComboBox
              {...field}
              value={field.value ?? null}
              label={t('leads.ui.colleague')}
              isRequired
              options={colleagues}
            />
          )}
        </FormField>
      ) : (
        <FormField control={control} name="teamId">
          {(field) => (
            <Select
              {...field}
              value={field.value ?? null}
              label={t('leads.ui.team')}
              isRequired
              options={teams}
            />
          )}
        </FormField>
      )}
    </FormDialog>
  )
}
