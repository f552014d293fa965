import { useT } from '@peyvand/platform/web'
import { Card } from '@peyvand/ui'
import { useState } from 'react'
import { type Configurator, defaultOptions, inOrder } from '../../contract/index.ts'
import { UnitPrice, WhyThisPrice } from './configuration-price.tsx'
import { OptionChooser } from './option-chooser.tsx'
import { useConfigurationPrice } from './use-configuration-price.ts'

/** The design as it stands, for choosing; the price is that of the design which is saved. */
export const TryOut = ({ design, isSaved }: { design: Configurator; isSaved: boolean }) => {
  const t = useT()
  const [pressed, setPressed] = useState<string[] | null>(null)
  const chosen = inOrder(design, pressed ?? defaultOptions(design))
  return (
    <Card title={t('catalog.options.tryOut')} className="lg:sticky lg:top-4">
      <div className="flex flex-col gap-4">
        <p className="text-body text-muted">{t('catalog.options.tryOutHint')}</p>
        <OptionChooser design={design} chosen={chosen} onChange={setPressed} />
        {isSaved ? (
          <Price key={design.version} productId={design.product.id} optionIds={chosen} />
        ) : (
          <p className="border-t border-line pt-3 text-body text-muted">{t('catalog.options.saveFirst')}</p>
        )}
      </div>
    </Card>
  )
}

const Price = (asked: { productId: string; optionIds: readonly string[] }) => {
  const { data, error } = useConfigurationPrice(asked)
  return (
    <>
      <UnitPrice line={data} />
      <WhyThisPrice line={data} error={error} />
    </>
  )
}
