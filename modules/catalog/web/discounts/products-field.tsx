import type { Ref } from '@peyvand/platform/contract'
import { callApi, useT } from '@peyvand/platform/web'
import { IconButton } from '@peyvand/ui'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { getProductRoute } from '../../contract/index.ts'
import { ProductPicker } from '../fields/product-picker.tsx'

type Props = { known: readonly Ref[]; value: readonly string[]; onChange: (ids: string[]) => void }

/** Several products, each found by name or code. */
export const ProductsField = ({ known, value, onChange }: Props) => {
  const t = useT()
  const [names, setNames] = useState(() => new Map(known.map(({ id, name }) => [id, name])))
  const missing = value.find((id) => !names.has(id))
  useEffect(() => {
    if (missing === undefined) return
    void callApi(getProductRoute, { params: { id: missing } }).then(({ id, name }) =>
      setNames((before) => new Map(before).set(id, name)),
    )
  }, [missing])
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <ProductPicker
        label={t('catalog.ui.products')}
        placeholder={t('catalog.ui.allProducts')}
        value={null}
        onChange={(id) => id && !value.includes(id) && onChange([...value, id])}
      />
      {value.length > 0 && (
        <ul aria-label={t('catalog.ui.products')} className="flex flex-wrap gap-1.5">
          {value.map((id) => {
            const name = names.get(id) ?? '…'
            return (
              <li
                key={id}
                className="flex max-w-full items-center gap-1 rounded-tag bg-surface-2 ps-2 text-body"
              >
                <bdi className="truncate">{name}</bdi>
                <IconButton
                  label={t('catalog.ui.removeNamed', { name })}
                  icon={<X />}
                  onPress={() => onChange(value.filter((one) => one !== id))}
                />
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
