import { useRoute, useT } from '@peyvand/platform/web'
import { Button, lazyPart } from '@peyvand/ui'
import { Settings2 } from 'lucide-react'
import { useState } from 'react'
import { getProductRoute } from '../../contract/index.ts'
import { ConfigurationText } from './configuration-text.tsx'
import type { ConfigureProductProps } from './configure-product.tsx'

// A part of its own: only lines with options load it.
const ConfigureProduct = lazyPart(async () => (await import('./configure-product.tsx')).ConfigureProduct)

type Props = Required<Pick<ConfigureProductProps, 'productId' | 'configuration' | 'onTake'>> &
  Pick<ConfigureProductProps, 'sale'>

/** The options of a line's product, chosen in a dialog; nothing for a product that is offered without any. */
export const LineOptions = ({ productId, configuration, sale, onTake }: Props) => {
  const t = useT()
  const [isOpen, open] = useState(false)
  const { data } = useRoute(getProductRoute, { params: { id: productId } }, { enabled: productId !== '' })
  if (!data?.configurable) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="small" icon={<Settings2 size={15} aria-hidden />} onPress={() => open(true)}>
        {t('catalog.options.configure')}
      </Button>
      {configuration && <ConfigurationText configuration={configuration} />}
      {isOpen && (
        <ConfigureProduct
          productId={productId}
          configuration={configuration}
          onTake={onTake}
          onClose={() => open(false)}
          {...(sale && { sale })}
        />
      )}
    </div>
  )
}
