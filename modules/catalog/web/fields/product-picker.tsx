import { joinFacts } from '@peyvand/persian'
import { callApi } from '@peyvand/platform/web'
import { ComboBox, type ComboBoxProps, useFormat } from '@peyvand/ui'
import { listProductsRoute, type ProductKind } from '../../contract/index.ts'

type Props = Omit<ComboBoxProps<string>, 'options' | 'loadOptions' | 'onCreate'> & {
  /** Not offered. */
  exceptKind?: ProductKind
}

/** A product on offer, found by any part of its name, code or barcode. */
export const ProductPicker = ({ exceptKind, ...field }: Props) => {
  const format = useFormat()
  const load = async (text: string, signal: AbortSignal) => {
    const filter = {
      and: [
        { field: 'active', op: 'eq', value: true },
        ...(exceptKind ? [{ field: 'kind', op: 'ne', value: exceptKind }] : []),
      ],
    }
    const { items } = await callApi(
      listProductsRoute,
      {
        query: {
          limit: 20,
          count: 'none',
          filter: JSON.stringify(filter),
          ...(text.trim() && { q: text.trim() }),
        },
      },
      { signal },
    )
    return items.map((product) => ({
      id: product.id,
      label: product.name,
      description: joinFacts([format.digits(product.code), product.unit.name]),
    }))
  }
  return <ComboBox {...field} loadOptions={load} />
}
