import {
  callApi,
  invalidateTopics,
  PageProblem,
  PageSkeleton,
  usePageTitle,
  usePermission,
  useProblemText,
  useRoute,
  useT,
  useWatch,
} from '@peyvand/platform/web'
import { Breadcrumbs, Button, confirm, lazyPart, PageHeader, StatusPill, toast } from '@peyvand/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { ClipboardPaste, Pencil, Percent, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { deletePriceListRoute, listPriceListsRoute, type PriceList } from '../../contract/index.ts'
import { useConditionWords } from '../fields/use-condition-words.ts'
import { PriceGrid } from './price-grid.tsx'

const PriceListDialog = lazyPart(async () => (await import('./price-list-dialog.tsx')).PriceListDialog)
const AdjustDialog = lazyPart(async () => (await import('./adjust-dialog.tsx')).AdjustDialog)
const PasteDialog = lazyPart(async () => (await import('./paste-dialog.tsx')).PasteDialog)

/** The prices of one list. */
export const PriceListPage = () => {
  const t = useT()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useRoute(listPriceListsRoute, {})
  useWatch('price-lists', id)
  const list = data?.items.find((one) => one.id === id)
  usePageTitle(list?.name)
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return list ? <Opened list={list} /> : <PageHeader title={t('error.catalog.priceListNotFound')} />
}

type Open = 'edit' | 'adjust' | 'paste'

const Opened = ({ list }: { list: PriceList }) => {
  const t = useT()
  const words = useConditionWords()
  const mayManage = usePermission('catalog.managePrices')
  const [open, setOpen] = useState<Open | null>(null)
  const remove = useRemove(list)
  const close = () => setOpen(null)
  const conditions = words(list)
  return (
    <div className="flex h-full min-h-0 flex-col gap-3">
      <PageHeader
        title={list.name}
        breadcrumbs={
          <Breadcrumbs
            items={[{ label: t('catalog.priceLists'), href: '/price-lists' }, { label: list.name }]}
          />
        }
        subtitle={
          <span className="flex flex-wrap items-center gap-2">
            {!list.active && <StatusPill>{t('catalog.ui.inactive')}</StatusPill>}
            {[
              t(`catalog.currency.${list.currency}`),
              ...(conditions.length > 0 ? conditions : [t('catalog.ui.forEverybody')]),
            ].join(t('catalog.words.comma'))}
          </span>
        }
        actions={
          mayManage && (
            <>
              {list.products === 0 && (
                <Button icon={<Trash2 size={16} aria-hidden />} onPress={() => void remove()}>
                  {t('web.delete')}
                </Button>
              )}
              <Button icon={<Pencil size={16} aria-hidden />} onPress={() => setOpen('edit')}>
                {t('web.edit')}
              </Button>
              <Button icon={<Percent size={16} aria-hidden />} onPress={() => setOpen('adjust')}>
                {t('catalog.ui.adjust')}
              </Button>
              <Button
                kind="primary"
                icon={<ClipboardPaste size={16} aria-hidden />}
                onPress={() => setOpen('paste')}
              >
                {t('catalog.ui.paste')}
              </Button>
            </>
          )
        }
      />
      <PriceGrid list={list} mayManage={mayManage} />
      {open === 'edit' && <PriceListDialog list={list} onClose={close} />}
      {open === 'adjust' && <AdjustDialog list={list} onClose={close} />}
      {open === 'paste' && <PasteDialog list={list} onClose={close} />}
    </div>
  )
}

function useRemove({ id, name }: PriceList) {
  const t = useT()
  const problem = useProblemText()
  const navigate = useNavigate()
  return async () => {
    const isSure = await confirm({
      title: t('catalog.ui.deleteListTitle', { name }),
      body: t('catalog.ui.deleteListBody'),
      confirmLabel: t('web.delete'),
      isDanger: true,
    })
    if (!isSure) return
    try {
      await callApi(deletePriceListRoute, { params: { id } })
      await navigate({ to: '/price-lists' as never })
      await invalidateTopics(['price-lists'])
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
}
