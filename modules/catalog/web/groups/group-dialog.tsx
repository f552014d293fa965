import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { ComboBox, TextField } from '@peyvand/ui'
import {
  createProductGroupRoute,
  type ProductGroup,
  ProductGroupInput,
  updateProductGroupRoute,
} from '../../contract/index.ts'
import { useGroupOptions } from '../fields/use-group-options.ts'

type Props = { group?: ProductGroup; parentId?: string | null; onClose: () => void }

/** Makes a product group or changes one. */
export const GroupDialog = ({ group, parentId = null, onClose }: Props) => {
  const t = useT()
  const options = useGroupOptions().filter(({ id }) => id !== group?.id)
  const form = useSchemaForm(ProductGroupInput, {
    name: group?.name ?? '',
    parentId: group ? group.parentId : parentId,
  })
  const submit = useSubmit(form, async (values) => {
    await (group
      ? callApi(updateProductGroupRoute, {
          params: { id: group.id },
          body: { ...values, version: group.version },
        })
      : callApi(createProductGroupRoute, { body: values }))
    await invalidateTopics(['product-groups', 'products'])
    onClose()
  })
  const title = group ? t('catalog.ui.editNamed', { name: group.name }) : t('catalog.ui.newGroup')
  return (
    <FormDialog title={title} submit={submit} onClose={onClose}>
      <FormField control={form.control} name="name">
        {(field) => <TextField {...field} label={t('catalog.field.name')} isRequired maxLength={120} />}
      </FormField>
      <FormField control={form.control} name="parentId">
        {(field) => (
          <ComboBox
            {...field}
            value={field.value ?? null}
            label={t('catalog.ui.parentGroup')}
            options={options}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
