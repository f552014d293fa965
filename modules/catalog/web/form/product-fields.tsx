import { FilesField } from '@peyvand/files/web'
import { CustomFieldsSection, TagsField, useCustomDefaults, useCustomFields } from '@peyvand/parties/web'
import { FormField, useRoute, useT } from '@peyvand/platform/web'
import {
  Card,
  CodeField,
  ComboBox,
  NumberField,
  SegmentedControl,
  Select,
  Switch,
  TextArea,
  TextField,
} from '@peyvand/ui'
import type { ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { listVatClassesRoute, type Product, ProductKind, Tracking } from '../../contract/index.ts'
import { useGroupOptions } from '../fields/use-group-options.ts'
import { PartsField } from './parts-field.tsx'
import { UnitsField } from './units-field.tsx'
import type { FormFiles, ProductForm, ProductValues } from './use-product-form.tsx'

type Props = { product: Product | null; files: FormFiles }

/** Everything of a product that is written. */
export const ProductFields = ({ product, files }: Props) => {
  const t = useT()
  const { control } = useFormContext<ProductValues>() as unknown as ProductForm
  const kind = useWatch({ control, name: 'kind' })
  const own = useCustomFields('products', [])
  useCustomDefaults(own, product === null)
  return (
    <>
      <Identity product={product} />
      <Card title={t('catalog.ui.unitsAndCodes')}>
        <UnitsField product={product} />
      </Card>
      {kind === 'bundle' && (
        <Card title={t('catalog.ui.parts')}>
          <PartsField product={product} />
        </Card>
      )}
      <Tax />
      {kind !== 'service' && <Warranty />}
      <Card title={t('catalog.ui.more')}>
        <div className="flex flex-col gap-3.5">
          <FormField control={control} name="description">
            {(field) => <TextArea {...field} label={t('catalog.ui.description')} minRows={3} />}
          </FormField>
          <FilesField
            label={t('catalog.ui.images')}
            description={t('catalog.ui.imagesHint')}
            value={files.value}
            onChange={files.onChange}
          />
          <CustomFieldsSection fields={own} />
        </div>
      </Card>
    </>
  )
}

const Columns = ({ children }: { children: ReactNode }) => (
  <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] items-start gap-3.5">
    {children}
  </div>
)

const Identity = ({ product }: { product: Product | null }) => {
  const t = useT()
  const { control, setValue } = useFormContext<ProductValues>() as unknown as ProductForm
  const groups = useGroupOptions()
  /** What another kind has no field for goes, so that nothing unseen is saved. */
  const chooseKind = (kind: ProductKind) => {
    setValue('kind', kind, { shouldDirty: true })
    if (kind !== 'bundle') setValue('parts', [])
    if (kind === 'service') setValue('tracking', 'none')
  }
  return (
    <Card>
      <div className="flex flex-col gap-3.5 pt-1">
        <FormField control={control} name="kind">
          {({ value }) => (
            <span>
              <SegmentedControl<ProductKind>
                label={t('catalog.field.kind')}
                value={value ?? 'goods'}
                onChange={chooseKind}
                options={ProductKind.options.map((id) => ({ id, label: t(`catalog.kind.${id}`) }))}
              />
            </span>
          )}
        </FormField>
        <Columns>
          <FormField control={control} name="name">
            {(field) => <TextField {...field} label={t('catalog.field.name')} isRequired maxLength={200} />}
          </FormField>
          <FormField control={control} name="nameLatin">
            {(field) => (
              <TextField
                {...field}
                onChange={(text) => field.onChange(text || null)}
                label={t('catalog.ui.nameLatin')}
                dir="ltr"
                maxLength={200}
              />
            )}
          </FormField>
          <FormField control={control} name="groupId">
            {(field) => <ComboBox {...field} label={t('catalog.field.group')} options={groups} />}
          </FormField>
          <FormField control={control} name="code">
            {(field) => (
              <CodeField
                {...field}
                value={field.value ?? ''}
                onChange={(text) => field.onChange(text || undefined)}
                label={t('catalog.field.code')}
                {...(!product && { description: t('catalog.ui.codeHint') })}
              />
            )}
          </FormField>
        </Columns>
        <FormField control={control} name="tagIds">
          {({ value, onChange }) => (
            <TagsField
              label={t('catalog.field.tags')}
              value={value ?? []}
              onChange={onChange}
              known={product?.tags ?? []}
            />
          )}
        </FormField>
        <FormField control={control} name="active">
          {({ value, onChange }) => (
            <Switch value={value ?? true} onChange={onChange}>
              {t('catalog.field.active')}
            </Switch>
          )}
        </FormField>
      </div>
    </Card>
  )
}

const Tax = () => {
  const t = useT()
  const { control } = useFormContext<ProductValues>() as unknown as ProductForm
  const chosen = useWatch({ control, name: 'vatClassId' })
  const { data } = useRoute(listVatClassesRoute, {})
  const classes = (data?.items ?? [])
    .filter(({ id, archivedAt }) => archivedAt === null || id === chosen)
    .map(({ id, name }) => ({ id, label: name }))
  return (
    <Card title={t('catalog.ui.tax')}>
      <Columns>
        <FormField control={control} name="vatClassId">
          {(field) => (
            <Select
              {...field}
              value={field.value ?? null}
              label={t('catalog.field.vatClass')}
              options={classes}
            />
          )}
        </FormField>
        <FormField control={control} name="taxCode">
          {(field) => (
            <CodeField
              {...field}
              value={field.value ?? ''}
              onChange={(text) => field.onChange(text || null)}
              label={t('catalog.field.taxCode')}
              description={t('catalog.ui.taxCodeHint')}
            />
          )}
        </FormField>
      </Columns>
    </Card>
  )
}

const Warranty = () => {
  const t = useT()
  const { control } = useFormContext<ProductValues>() as unknown as ProductForm
  return (
    <Card title={t('catalog.ui.warranty')}>
      <div className="flex flex-col gap-3.5">
        <Columns>
          <FormField control={control} name="tracking">
            {(field) => (
              <Select
                {...field}
                value={field.value ?? 'none'}
                label={t('catalog.field.tracking')}
                options={Tracking.options.map((id) => ({ id, label: t(`catalog.tracking.${id}`) }))}
              />
            )}
          </FormField>
          <FormField control={control} name="warrantyMonths">
            {(field) => (
              <NumberField
                {...field}
                label={t('catalog.ui.warrantyMonths')}
                minValue={1}
                maxValue={600}
                suffix={t('catalog.ui.months')}
              />
            )}
          </FormField>
        </Columns>
        <FormField control={control} name="warrantyTerms">
          {(field) => <TextArea {...field} label={t('catalog.ui.warrantyTerms')} minRows={2} />}
        </FormField>
      </div>
    </Card>
  )
}
