import type { RecordHistory } from '@peyvand/history/web'
import { useCustomFields, useCustomWords } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import {
  type Configurator,
  type Product,
  productAsOfRoute,
  productChangesRoute,
  restoreProductFieldRoute,
} from '../../contract/index.ts'
import { productLabels } from '../form/use-product-words.ts'

const labels: Record<string, string> = {
  ...productLabels,
  tags: 'catalog.field.tags',
  options: 'catalog.options.title',
  configurations: 'catalog.options.named',
}

const codes = new Set(['code', 'barcode', 'taxCode'])

/** The product's history in words. */
export function useProductHistory({ id, version }: Product): RecordHistory {
  const t = useT()
  const format = useFormat()
  const own = useCustomFields('products', [])
  const inWords = useCustomWords()
  return {
    id,
    version,
    routes: { changes: productChangesRoute, asOf: productAsOfRoute, restore: restoreProductFieldRoute },
    topics: ['products', 'product-groups'],
    labelOf: (field) => (labels[field] ? t(labels[field]) : null),
    valueOf: (field, value) => {
      if (value === null || value === undefined || value === '') return null
      if (field === 'kind' || field === 'tracking') return t(`catalog.${field}.${value as string}`)
      if (codes.has(field) && typeof value === 'string') return `\u2066${format.digits(value)}\u2069`
      if (field === 'tags') return format.list(value as string[]) || null
      if (field === 'options') return format.list(optionNames(value as Pick<Configurator, 'groups'>)) || null
      if (field === 'configurations') return format.list(Object.keys(value))
      if (typeof value === 'boolean') return t(value ? 'catalog.ui.yes' : 'catalog.ui.no')
      if (typeof value === 'number') return format.number(value)
      const definition = own.find(({ key }) => `custom.${key}` === field)
      const said = definition && !isNamed(definition.type) ? inWords(definition, value) : value
      if (typeof said === 'string') return said
      // Units and parts are told as wholes; how many there are says enough.
      return Array.isArray(said) ? format.number(said.length) : t('catalog.ui.another')
    },
  }
}

const optionNames = ({ groups }: Pick<Configurator, 'groups'>): string[] =>
  groups.flatMap(({ options }) => options.map(({ name }) => name))

/** Names of people and parties come with the answer. */
const isNamed = (type: string): boolean => ['user', 'team', 'party', 'oneOf', 'manyOf'].includes(type)
