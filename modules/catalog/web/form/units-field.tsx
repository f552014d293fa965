import { useValues } from '@peyvand/parties/web'
import { FormField, useT } from '@peyvand/platform/web'
import { Button, CodeField, ComboBox, IconButton } from '@peyvand/ui'
import { Plus, Trash2 } from 'lucide-react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import type { Product } from '../../contract/index.ts'
import { DecimalField } from '../fields/decimal-field.tsx'
import type { ProductForm, ProductValues } from './use-product-form.tsx'

/** The base unit with its barcode, and further units with what is in one. */
export const UnitsField = ({ product }: { product: Product | null }) => {
  const t = useT()
  const { control, formState } = useFormContext<ProductValues>() as unknown as ProductForm
  const { fields, append, remove } = useFieldArray({ control, name: 'units' })
  const units = useUnitOptions(product)
  const { message } = formState.errors.units ?? {}
  const baseId = useWatch({ control, name: 'unitId' })
  const base = units.find(({ id }) => id === baseId)?.label ?? t('catalog.ui.baseUnit')
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3.5 sm:grid-cols-2">
        <FormField control={control} name="unitId">
          {(field) => (
            <ComboBox
              {...field}
              value={field.value || null}
              onChange={(id) => field.onChange(id ?? '')}
              label={t('catalog.ui.baseUnit')}
              options={units}
              isRequired
            />
          )}
        </FormField>
        <FormField control={control} name="barcode">
          {(field) => (
            <CodeField
              {...field}
              value={field.value ?? ''}
              onChange={(text) => field.onChange(text || null)}
              label={t('catalog.field.barcode')}
            />
          )}
        </FormField>
      </div>
      {fields.map(({ id }, index) => (
        <div key={id} className="flex flex-wrap items-start gap-3">
          <div className="grid min-w-0 flex-1 gap-3 sm:grid-cols-3">
            <FormField control={control} name={`units.${index}.unitId`}>
              {(field) => (
                <ComboBox
                  {...field}
                  value={field.value || null}
                  onChange={(chosen) => field.onChange(chosen ?? '')}
                  label={t('catalog.ui.unit')}
                  options={units}
                  isRequired
                />
              )}
            </FormField>
            <FormField control={control} name={`units.${index}.factor`}>
              {(field) => (
                <DecimalField
                  {...field}
                  onChange={(text) => field.onChange(text ?? '')}
                  label={t('catalog.ui.factor')}
                  suffix={<span className="px-1 text-meta text-muted">{base}</span>}
                  isRequired
                />
              )}
            </FormField>
            <FormField control={control} name={`units.${index}.barcode`}>
              {(field) => (
                <CodeField
                  {...field}
                  value={field.value ?? ''}
                  onChange={(text) => field.onChange(text || null)}
                  label={t('catalog.field.barcode')}
                />
              )}
            </FormField>
          </div>
          <span className="pt-6.5">
            <IconButton label={t('catalog.ui.removeUnit')} icon={<Trash2 />} onPress={() => remove(index)} />
          </span>
        </div>
      ))}
      {message && (
        <p role="alert" className="text-meta text-bad">
          {message}
        </p>
      )}
      <span>
        <Button
          size="small"
          icon={<Plus size={16} aria-hidden />}
          onPress={() => append({ unitId: '', factor: '', barcode: null })}
        >
          {t('catalog.ui.addUnit')}
        </Button>
      </span>
    </div>
  )
}

/** Units in use, and those that the product has although they are archived. */
function useUnitOptions(product: Product | null) {
  const units = useValues('units')
  const present = product ? [product.unit, ...product.units.map(({ unit }) => unit)] : []
  const archived = present.filter(({ id }) => !units.some((unit) => unit.id === id))
  return [...units, ...archived.map(({ id, name }) => ({ id, label: name }))]
}
