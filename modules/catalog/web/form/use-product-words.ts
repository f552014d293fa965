import { useTags, useValues } from '@peyvand/parties/web'
import { useRoute, useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import { listVatClassesRoute, type Product } from '../../contract/index.ts'
import { useGroupOptions } from '../fields/use-group-options.ts'
import type { ProductValues } from './use-product-form.tsx'

/** Names of a product's fields, by key of the texts. */
export const productLabels: Record<keyof ProductValues, string> = {
  kind: 'catalog.field.kind',
  code: 'catalog.field.code',
  name: 'catalog.field.name',
  nameLatin: 'catalog.ui.nameLatin',
  groupId: 'catalog.field.group',
  unitId: 'catalog.ui.baseUnit',
  barcode: 'catalog.field.barcode',
  units: 'catalog.ui.units',
  parts: 'catalog.ui.parts',
  vatClassId: 'catalog.field.vatClass',
  taxCode: 'catalog.field.taxCode',
  tracking: 'catalog.field.tracking',
  warrantyMonths: 'catalog.field.warrantyMonths',
  warrantyTerms: 'catalog.ui.warrantyTerms',
  description: 'catalog.ui.description',
  active: 'catalog.field.active',
  fileIds: 'catalog.ui.images',
  tagIds: 'catalog.field.tags',
  custom: 'catalog.ui.ownFields',
}

/** A field of a product by name and its value in words, for comparing with what a colleague saved. */
export function useProductWords(product: Product | null) {
  const t = useT()
  const format = useFormat()
  const { data } = useRoute(listVatClassesRoute, {})
  const tags = useTags()
  const options = [
    ...useValues('units', product?.unit.id),
    ...useGroupOptions(),
    ...(data?.items ?? []).map(({ id, name }) => ({ id, label: name })),
  ]
  return (field: keyof ProductValues, value: unknown) => ({
    label: t(productLabels[field]),
    value: inWords(field, value),
  })

  function inWords(field: keyof ProductValues, value: unknown): string | null {
    if (value === null || value === undefined || value === '') return null
    if (typeof value === 'boolean') return t(value ? 'catalog.ui.yes' : 'catalog.ui.no')
    if (typeof value === 'number') return format.number(value)
    if (field === 'tagIds')
      return (
        format.list((value as string[]).map((id) => tags.find((tag) => tag.id === id)?.label ?? '')) || null
      )
    if (Array.isArray(value)) return value.length === 0 ? null : format.number(value.length)
    if (typeof value !== 'string') return t('web.conflict.another')
    if (field === 'kind' || field === 'tracking') return t(`catalog.${field}.${value}`)
    return options.find(({ id }) => id === value)?.label ?? value
  }
}
