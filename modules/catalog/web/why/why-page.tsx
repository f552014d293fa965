import { PartyPicker } from '@peyvand/parties/web'
import { FormFault, usePageTitle, useRoute, useT, useUrlState } from '@peyvand/platform/web'
import { Breadcrumbs, Card, CodeField, DatePicker, EmptyState, PageHeader, Select } from '@peyvand/ui'
import { CircleQuestionMark } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { type Currency, currencies, getProductRoute, SalesChannel } from '../../contract/index.ts'
import { DecimalField } from '../fields/decimal-field.tsx'
import { ProductPicker } from '../fields/product-picker.tsx'
import { CodeVerdicts } from './code-verdicts.tsx'
import { PriceExplained } from './price-explained.tsx'
import { usePrice } from './use-price.ts'

const Search = z.object({ product: z.uuid().optional().catch(undefined) })

/** What a product costs a customer on a day, and why. */
export const WhyPage = () => {
  const t = useT()
  const title = t('catalog.ui.why')
  usePageTitle(title)
  const [{ product: productId }, setUrl] = useUrlState(Search)
  const [partyId, setParty] = useState<string | null>(null)
  const [chosenUnit, setUnit] = useState<string | null>(null)
  const [quantity, setQuantity] = useState<string | null>('1')
  const [on, setDay] = useState<string | null>(null)
  const [currency, setCurrency] = useState<Currency>('IRR')
  const [channel, setChannel] = useState<SalesChannel>('staff')
  const [code, setCode] = useState('')
  const [percent, setPercent] = useState<string | null>(null)
  const { data: product } = useRoute(
    getProductRoute,
    { params: { id: productId ?? '' } },
    { enabled: productId !== undefined },
  )
  const units = product ? [product.unit, ...product.units.map(({ unit }) => unit)] : []
  const unitId = units.find(({ id }) => id === chosenUnit)?.id ?? product?.unit.id
  const { data: line, error } = usePrice(
    product && unitId
      ? {
          productId: product.id,
          unitId,
          quantity,
          partyId,
          on,
          currency,
          channel,
          code: code.trim(),
          percent,
        }
      : null,
  )
  return (
    <div className="mx-auto flex w-full max-w-300 flex-col gap-4">
      <PageHeader
        title={title}
        subtitle={t('catalog.ui.whyHint')}
        breadcrumbs={
          <Breadcrumbs items={[{ label: t('catalog.nav'), href: '/products' }, { label: title }]} />
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
        <Card>
          <div className="flex flex-col gap-3.5 pt-1">
            <ProductPicker
              label={t('catalog.ui.product')}
              value={productId ?? null}
              valueLabel={product?.name ?? ''}
              onChange={(id) => setUrl({ product: id ?? undefined })}
              isRequired
            />
            <PartyPicker
              label={t('catalog.ui.customer')}
              description={t('catalog.ui.customerHint')}
              canCreate={false}
              value={partyId}
              onChange={setParty}
            />
            <DatePicker label={t('catalog.ui.day')} value={on} onChange={setDay} isClearable />
            <div className="grid grid-cols-2 gap-3">
              <DecimalField
                label={t('catalog.ui.quantity')}
                value={quantity}
                onChange={setQuantity}
                isRequired
              />
              <Select
                label={t('catalog.ui.unit')}
                options={units.map(({ id, name }) => ({ id, label: name }))}
                value={unitId ?? null}
                onChange={setUnit}
                isDisabled={units.length < 2}
              />
              <Select
                label={t('catalog.ui.currency')}
                options={currencies.map((id) => ({ id, label: t(`catalog.currency.${id}`) }))}
                value={currency}
                onChange={(chosen) => chosen && setCurrency(chosen)}
              />
              <Select
                label={t('catalog.ui.channels')}
                options={SalesChannel.options.map((id) => ({ id, label: t(`catalog.channel.${id}`) }))}
                value={channel}
                onChange={(chosen) => chosen && setChannel(chosen)}
              />
            </div>
            <CodeField label={t('catalog.ui.campaignCode')} value={code} onChange={setCode} />
            <CodeVerdicts
              sale={{
                partyId,
                ...(on && { on }),
                currency,
                channel,
                codes: code.trim() ? [code.trim()] : [],
              }}
            />
            <DecimalField
              label={t('catalog.ui.manualDiscount')}
              value={percent}
              onChange={setPercent}
              suffix={<span className="px-1 text-meta text-muted">{t('catalog.ui.percentSign')}</span>}
            />
          </div>
        </Card>
        <div aria-live="polite" className="flex min-w-0 flex-col gap-4">
          <FormFault error={error} />
          {line && !error ? (
            <PriceExplained line={line} />
          ) : (
            !error && (
              <EmptyState icon={<CircleQuestionMark />} title={t('catalog.ui.whyEmpty')}>
                {t('catalog.ui.whyEmptyHint')}
              </EmptyState>
            )
          )}
        </div>
      </div>
    </div>
  )
}
