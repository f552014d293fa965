import { FormField, useT } from '@peyvand/platform/web'
import { Button, IconButton } from '@peyvand/ui'
import { Plus, Trash2 } from 'lucide-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import type { Product } from '../../contract/index.ts'
import { DecimalField } from '../fields/decimal-field.tsx'
import { ProductPicker } from '../fields/product-picker.tsx'
import type { ProductForm, ProductValues } from './use-product-form.tsx'

/** What is in one of a bundle. */
export const PartsField = ({ product }: { product: Product | null }) => {
  const t = useT()
  const { control, formState } = useFormContext<ProductValues>() as unknown as ProductForm
  const { fields, append, remove } = useFieldArray({ control, name: 'parts' })
  const names = new Map(product?.parts.map((part) => [part.product.id, part.product.name]))
  const { message } = formState.errors.parts ?? {}
  return (
    <div className="flex flex-col gap-3">
      <p className="text-body text-muted">{t('catalog.ui.partsHint')}</p>
      {fields.map(({ id, productId }, index) => (
        <div key={id} className="flex items-start gap-3">
          <div className="grid min-w-0 flex-1 grid-cols-[2fr_1fr] gap-3">
            <FormField control={control} name={`parts.${index}.productId`}>
              {(field) => (
                <ProductPicker
                  {...field}
                  value={field.value || null}
                  onChange={(chosen) => field.onChange(chosen ?? '')}
                  label={t('catalog.ui.product')}
                  exceptKind="bundle"
                  valueLabel={names.get(productId) ?? ''}
                  isRequired
                />
              )}
            </FormField>
            <FormField control={control} name={`parts.${index}.quantity`}>
              {(field) => (
                <DecimalField
                  {...field}
                  onChange={(text) => field.onChange(text ?? '')}
                  label={t('catalog.ui.quantity')}
                  isRequired
                />
              )}
            </FormField>
          </div>
          <span className="pt-6.5">
            <IconButton label={t('catalog.ui.removePart')} icon={<Trash2 />} onPress={() => remove(index)} />
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
          onPress={() => append({ productId: '', quantity: '1' })}
        >
          {t('catalog.ui.addPart')}
        </Button>
      </span>
    </div>
  )
}
