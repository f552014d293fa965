import { getProductRoute } from '@peyvand/catalog/contract'
import { DecimalField, LineOptions, ProductPicker } from '@peyvand/catalog/web'
import { FormField, useRoute, useT } from '@peyvand/platform/web'
import { IconButton, MoneyField, Select, Tag, useFormat } from '@peyvand/ui'
import { Trash2 } from 'lucide-react'
import { useFormContext } from 'react-hook-form'
import type { DealLine } from '../../contract/index.ts'
import type { LinesForm } from './lines-values.ts'

type Props = {
  index: number
  /** The deal's customer, who may have prices of their own. */
  partyId: string
  /** Of products that the deal had when the dialog opened. */
  names: ReadonlyMap<string, string>
  /** What the line would cost. */
  priced: DealLine | undefined
  onRemove: () => void
}

/** One product on a deal: how much of it, and what is known of its price better than the catalogue does. */
export const LineFields = ({ index, partyId, names, priced, onRemove }: Props) => {
  const t = useT()
  const format = useFormat()
  const { control, watch, setValue } = useFormContext() as unknown as LinesForm
  const productId = watch(`lines.${index}.productId`)
  const unitId = watch(`lines.${index}.unitId`)
  const units = useUnits(productId)
  return (
    <li className="flex items-start gap-2 border-b border-line pb-3 last:border-b-0">
      <div className="grid min-w-0 flex-1 grid-cols-6 items-start gap-2 sm:grid-cols-12">
        <FormField control={control} name={`lines.${index}.productId`}>
          {(field) => (
            <ProductPicker
              {...field}
              className="col-span-6 sm:col-span-4"
              label={t('pipeline.field.product')}
              value={field.value || null}
              valueLabel={names.get(productId) ?? ''}
              onChange={(chosen) => {
                field.onChange(chosen ?? '')
                // Unit and options of another product are none of this one.
                setValue(`lines.${index}.unitId`, undefined)
                setValue(`lines.${index}.configuration`, null)
              }}
              isRequired
            />
          )}
        </FormField>
        <FormField control={control} name={`lines.${index}.quantity`}>
          {(field) => (
            <DecimalField
              {...field}
              className="col-span-2 sm:col-span-2"
              onChange={(text) => field.onChange(text ?? '')}
              label={t('pipeline.quantity')}
              isRequired
            />
          )}
        </FormField>
        <FormField control={control} name={`lines.${index}.unitId`}>
          {(field) => (
            <Select
              {...field}
              className="col-span-2 sm:col-span-2"
              label={t('pipeline.unit')}
              options={units.map(({ id, name }) => ({ id, label: name }))}
              value={field.value ?? units[0]?.id ?? null}
              onChange={(id) => field.onChange(id ?? undefined)}
              isDisabled={units.length < 2}
            />
          )}
        </FormField>
        <FormField control={control} name={`lines.${index}.discountPercent`}>
          {(field) => (
            <DecimalField
              {...field}
              className="col-span-2 sm:col-span-1"
              value={field.value ?? null}
              label={t('pipeline.discountPercent')}
            />
          )}
        </FormField>
        <FormField control={control} name={`lines.${index}.priceByHand`}>
          {(field) => (
            <MoneyField
              {...field}
              className="col-span-6 sm:col-span-3"
              label={t('pipeline.unitPrice')}
              description={
                priced?.listPrice ? t('pipeline.byLists', { price: format.money(priced.listPrice) }) : ''
              }
              showWords={false}
              value={field.value ?? null}
            />
          )}
        </FormField>
        <FormField control={control} name={`lines.${index}.configuration`}>
          {({ value, onChange }) => (
            <span className="col-span-6 empty:hidden sm:col-span-12">
              <LineOptions
                productId={productId}
                configuration={value ?? null}
                sale={{ partyId, ...(unitId && { unitId }) }}
                onTake={onChange}
              />
            </span>
          )}
        </FormField>
        {priced && (
          <p className="col-span-6 flex flex-wrap items-center gap-2 text-meta text-muted sm:col-span-12">
            {t('pipeline.netOf', { price: format.money(priced.unitPrice), net: format.money(priced.net) })}
            {priced.needsApproval && <Tag tone="warn">{t('pipeline.needsApproval')}</Tag>}
          </p>
        )}
      </div>
      <span className="pt-6.5">
        <IconButton label={t('pipeline.removeLine')} icon={<Trash2 />} onPress={onRemove} />
      </span>
    </li>
  )
}

/** The units in which a product is sold, its base unit first. */
function useUnits(productId: string) {
  const { data } = useRoute(
    getProductRoute,
    { params: { id: productId } },
    { enabled: productId !== '', staleTime: 60_000 },
  )
  return data ? [data.unit, ...data.units.map(({ unit }) => unit)] : []
}
