import { useProblemText, useRoutePages, useT } from '@peyvand/platform/web'
import { Bdi, EmptyState, lazyPart, SearchField, useFormat, useUi } from '@peyvand/ui'
import { DataGrid, type DataGridColumn, editableCell } from '@peyvand/ui/data'
import { Tags } from 'lucide-react'
import { useMemo, useState } from 'react'
import { type ListPriceRow, listPricesRoute, type PriceList } from '../../contract/index.ts'
import { AmountField } from '../fields/amount-field.tsx'
import { useAmount } from '../fields/use-amount.ts'
import { useSeesFloors } from '../fields/use-sees-floors.ts'
import { readAmount } from './read-amount.ts'
import { usePriceSaves } from './use-price-saves.ts'

const NewPrice = lazyPart(async () => (await import('./new-price.tsx')).NewPrice)

type Props = { list: PriceList; mayManage: boolean }

/** Prices as a spreadsheet: written in the cells, pasted by blocks, emptied to take a price off. */
export const PriceGrid = ({ list, mayManage }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const [q, setQ] = useState('')
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage, isPending } = useRoutePages(
    listPricesRoute,
    { params: { id: list.id }, query: { ...(q.trim() && { q: q.trim() }) } },
  )
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data])
  const saves = usePriceSaves(list)
  const columns = usePriceColumns(list, mayManage, saves.saveOne)
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        <SearchField
          label={t('catalog.ui.searchLabel')}
          value={q}
          onChange={setQ}
          className="w-full sm:w-72"
        />
        {mayManage && <NewPrice list={list} />}
      </div>
      <DataGrid<ListPriceRow>
        label={list.name}
        rows={rows}
        rowId={rowKey}
        rowLabel={({ product }) => product.name}
        columns={columns}
        isLoading={isPending}
        isLoadingMore={isFetchingNextPage}
        onEndReached={() => {
          if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
        }}
        error={error ? problem(error) : null}
        onRetry={() => void refetch()}
        {...(mayManage && { saveCells: saves.saveCells })}
        hideColumnChooser
        className="min-h-0 flex-1"
        empty={
          <EmptyState icon={<Tags />} title={t('catalog.ui.noPricesInList')}>
            {mayManage && t('catalog.ui.noPricesInListHint')}
          </EmptyState>
        }
      />
    </>
  )
}

const rowKey = ({ product, unit, minQuantity }: ListPriceRow) => `${product.id} ${unit.id} ${minQuantity}`

function usePriceColumns(
  { currency }: PriceList,
  mayManage: boolean,
  saveOne: (row: ListPriceRow, column: 'price' | 'floor', value: string | null) => Promise<void>,
): DataGridColumn<ListPriceRow>[] {
  const t = useT()
  const format = useFormat()
  const amount = useAmount()
  const { moneyUnit } = useUi()
  const seesFloors = useSeesFloors()
  return useMemo(() => {
    const edited = (column: 'price' | 'floor') =>
      editableCell<ListPriceRow, string | null>({
        value: (row) => row[column],
        canEdit: () => mayManage,
        parse: (text) => readAmount(text, { currency, moneyUnit }),
        field: (draft, onChange, label) => (
          <AmountField
            aria-label={label}
            currency={currency}
            value={draft}
            onChange={onChange}
            showWords={false}
          />
        ),
        save: (row, value) => saveOne(row, column, value),
      })
    return [
      {
        id: 'product',
        header: t('catalog.ui.product'),
        cell: ({ product }) => <bdi className="truncate font-medium">{product.name}</bdi>,
        width: 320,
        sticky: true,
        hideable: false,
      },
      {
        id: 'code',
        header: t('catalog.field.code'),
        cell: ({ product }) => <Bdi>{format.digits(product.code)}</Bdi>,
        width: 120,
      },
      { id: 'unit', header: t('catalog.ui.unit'), cell: ({ unit }) => unit.name, width: 100 },
      {
        id: 'minQuantity',
        header: t('catalog.ui.minQuantity'),
        cell: ({ minQuantity }) => (minQuantity === '0' ? '—' : format.number(minQuantity, { decimals: 6 })),
        width: 120,
      },
      {
        id: 'price',
        header: t('catalog.ui.price'),
        cell: ({ price }) => amount(price, currency),
        width: 190,
        align: 'end',
        edit: edited('price'),
      },
      ...(seesFloors
        ? [
            {
              id: 'floor',
              header: t('catalog.ui.floor'),
              cell: ({ floor }) => floor && amount(floor, currency),
              width: 190,
              align: 'end',
              edit: edited('floor'),
            } satisfies DataGridColumn<ListPriceRow>,
          ]
        : []),
    ]
  }, [t, format, amount, currency, mayManage, moneyUnit, saveOne, seesFloors])
}
