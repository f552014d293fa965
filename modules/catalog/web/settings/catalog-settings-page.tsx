import { RecordFields } from '@peyvand/customization/web'
import { PageProblem, PageSkeleton, usePageTitle, usePermission, useRoute, useT } from '@peyvand/platform/web'
import { Button, Card, IconButton, PageHeader, StatusPill, useFormat } from '@peyvand/ui'
import { Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { listVatClassesRoute, type VatClass } from '../../contract/index.ts'
import { VatDialog } from './vat-dialog.tsx'

/** Classes of value added tax, and the firm's own fields of products. */
export const CatalogSettingsPage = () => {
  const t = useT()
  usePageTitle(t('catalog.nav'))
  const ownsFields = usePermission('customization.manage')
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('catalog.nav')} />
      <VatClasses />
      {ownsFields && <RecordFields record="products" />}
    </div>
  )
}

const VatClasses = () => {
  const t = useT()
  const [opened, setOpened] = useState<{ vatClass?: VatClass } | null>(null)
  const { data, error, refetch } = useRoute(listVatClassesRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <Card
      title={t('catalog.ui.vatClasses')}
      isFlush
      actions={
        <Button size="small" icon={<Plus size={16} aria-hidden />} onPress={() => setOpened({})}>
          {t('catalog.ui.newVatClass')}
        </Button>
      }
    >
      <ul>
        {data.items.map((vatClass) => (
          <li
            key={vatClass.id}
            className="flex min-h-row items-center gap-2 border-b border-line ps-4 pe-2.5 last:border-b-0"
          >
            <VatText vatClass={vatClass} />
            <IconButton
              label={t('catalog.ui.editNamed', { name: vatClass.name })}
              icon={<Pencil />}
              onPress={() => setOpened({ vatClass })}
            />
          </li>
        ))}
      </ul>
      {opened && <VatDialog {...opened} onClose={() => setOpened(null)} />}
    </Card>
  )
}

const VatText = ({ vatClass: { name, treatment, rates, archivedAt } }: { vatClass: VatClass }) => {
  const t = useT()
  const format = useFormat()
  const words = rates.map(({ validFrom, percent }) =>
    t('catalog.ui.rateFrom', {
      percent: format.number(percent, { decimals: 2 }),
      day: format.date(validFrom),
    }),
  )
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 py-1.5">
      <span className="font-medium">{name}</span>
      <span className="text-meta text-muted">
        {[t(`catalog.treatment.${treatment}`), ...words].join(t('catalog.words.comma'))}
      </span>
      {archivedAt && <StatusPill>{t('catalog.ui.archived')}</StatusPill>}
    </span>
  )
}
