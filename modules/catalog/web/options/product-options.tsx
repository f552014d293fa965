import {
  callApi,
  invalidateTopics,
  usePermission,
  useProblemText,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import { Button, ButtonLink, Card, IconButton, lazyPart, StatusPill, toast } from '@peyvand/ui'
import { SlidersHorizontal, Trash2, Wrench } from 'lucide-react'
import { useState } from 'react'
import {
  deleteConfigurationRoute,
  getConfiguratorRoute,
  listConfigurationsRoute,
  type NamedConfiguration,
  type Product,
} from '../../contract/index.ts'
import { ConfigurationText } from './configuration-text.tsx'
import { GroupText } from './groups-card.tsx'
import { RuleList } from './rules-card.tsx'

const ConfigureProduct = lazyPart(async () => (await import('./configure-product.tsx')).ConfigureProduct)

/** What a product is offered with, on its page; nothing for who could not change that there is nothing. */
export const ProductOptions = ({ product }: { product: Product }) => {
  const t = useT()
  const [isChoosing, setChoosing] = useState(false)
  const { data } = useRoute(getConfiguratorRoute, { params: { id: product.id } })
  if (!product.configurable && !product.can.update) return null
  const design = data?.groups.length ? data : null
  return (
    <Card
      title={t('catalog.options.title')}
      isFlush
      actions={
        <>
          {design && (
            <Button
              size="small"
              icon={<SlidersHorizontal size={16} aria-hidden />}
              onPress={() => setChoosing(true)}
            >
              {t('catalog.options.configure')}
            </Button>
          )}
          {product.can.update && (
            <ButtonLink
              size="small"
              href={`/products/${product.id}/options`}
              icon={<Wrench size={16} aria-hidden />}
            >
              {t('catalog.options.design')}
            </ButtonLink>
          )}
        </>
      }
    >
      {data && !design && <p className="p-4 text-body text-muted">{t('catalog.options.none')}</p>}
      {design && (
        <>
          <ul className="border-b border-line last:border-b-0">
            {design.groups.map((group) => (
              <li key={group.id} className="border-b border-line px-4 py-2 last:border-b-0">
                <GroupText group={group} />
              </li>
            ))}
          </ul>
          <RuleList design={design} />
          <Named productId={product.id} />
        </>
      )}
      {isChoosing && <ConfigureProduct productId={product.id} onClose={() => setChoosing(false)} />}
    </Card>
  )
}

const Named = ({ productId }: { productId: string }) => {
  const t = useT()
  const problem = useProblemText()
  const mayKeep = usePermission('catalog.configure')
  const { data } = useRoute(listConfigurationsRoute, { params: { id: productId } })
  if (!data || data.items.length === 0) return null
  const remove = async ({ id: configurationId }: NamedConfiguration) => {
    try {
      await callApi(deleteConfigurationRoute, { params: { id: productId, configurationId } })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(['products'])
  }
  return (
    <section aria-label={t('catalog.options.named')} className="border-t border-line">
      <h3 className="px-4 pt-2 text-meta text-muted">{t('catalog.options.named')}</h3>
      <ul>
        {data.items.map((named) => (
          <li key={named.id} className="flex min-h-row items-center gap-2 px-4 py-1">
            <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
              <span className="font-medium">{named.name}</span>
              {!named.valid && <StatusPill tone="warn">{t('catalog.options.noLonger')}</StatusPill>}
              <ConfigurationText configuration={named.configuration} />
            </span>
            {mayKeep && (
              <IconButton
                label={t('catalog.ui.deleteNamed', { name: named.name })}
                icon={<Trash2 />}
                onPress={() => void remove(named)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
