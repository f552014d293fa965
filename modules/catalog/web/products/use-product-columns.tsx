import { TagList } from '@peyvand/customization/web'
import { fileUrl } from '@peyvand/files/web'
import { useCustomFields, useCustomWords } from '@peyvand/parties/web'
import type { ListField } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { Bdi, StatusPill, useFormat } from '@peyvand/ui'
import type { DataGridColumn } from '@peyvand/ui/data'
import { Box, Package, Wrench } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ProductRow } from '../../contract/index.ts'

type Cell = (row: ProductRow) => ReactNode

const widths: Record<string, number> = {
  name: 300,
  code: 120,
  groupName: 180,
  price: 160,
  unit: 100,
  tags: 180,
}

/** Columns of the list of products: every field that rows carry, own ones too. */
export function useProductColumns(fields: Readonly<Record<string, ListField>>): DataGridColumn<ProductRow>[] {
  const cells = useCells()
  return Object.entries(fields)
    .filter(([key]) => cells[key] !== undefined)
    .map(
      ([key, field]): DataGridColumn<ProductRow> => ({
        id: key,
        header: field.label,
        cell: cells[key] as Cell,
        width: widths[key] ?? 140,
        sortable: field.sortable ?? false,
        ...(key === 'name' && { sticky: true, hideable: false }),
        ...((key === 'price' || key === 'warrantyMonths') && { align: 'end' as const }),
      }),
    )
}

function useCells(): Record<string, Cell> {
  const t = useT()
  const format = useFormat()
  const own = useCustomFields('products', [])
  const inWords = useCustomWords()
  return {
    name: (row) => <NameCell row={row} />,
    code: ({ code }) => <Bdi>{format.digits(code)}</Bdi>,
    kind: ({ kind }) => t(`catalog.kind.${kind}`),
    groupName: ({ group }) => group?.name,
    unit: ({ unit }) => unit.name,
    price: ({ price }) => price && format.money(price),
    barcode: ({ barcode }) => barcode && <Bdi>{format.digits(barcode)}</Bdi>,
    taxCode: ({ taxCode }) => taxCode && <Bdi>{format.digits(taxCode)}</Bdi>,
    vatClass: ({ vatClass }) => vatClass.name,
    tracking: ({ tracking }) => t(`catalog.tracking.${tracking}`),
    warrantyMonths: ({ warrantyMonths }) => warrantyMonths && format.number(warrantyMonths),
    active: ({ active }) => <OfferMark active={active} />,
    tags: ({ tags }) => <TagList tags={tags} isOneLine />,
    createdAt: ({ createdAt }) => format.dateTime(createdAt, 'short'),
    updatedAt: ({ updatedAt }) => format.relative(updatedAt),
    ...Object.fromEntries(
      own.map((field) => [`custom.${field.key}`, (row: ProductRow) => inWords(field, row.custom[field.key])]),
    ),
  }
}

/** Whether a product is on offer, in a word. */
export const OfferMark = ({ active }: { active: boolean }) => {
  const t = useT()
  return (
    <StatusPill tone={active ? 'ok' : 'neutral'}>
      {t(active ? 'catalog.ui.onOffer' : 'catalog.ui.notOnOffer')}
    </StatusPill>
  )
}

const NameCell = ({ row }: { row: ProductRow }) => (
  <span className="flex min-w-0 items-center gap-2">
    <ProductImage row={row} />
    <bdi className="truncate font-medium">{row.name}</bdi>
  </span>
)

const icons = { goods: Package, service: Wrench, bundle: Box }

const ProductImage = ({ row: { imageId, kind } }: { row: ProductRow }) => {
  const Icon = icons[kind]
  return imageId ? (
    <img
      src={fileUrl(imageId, { inline: true })}
      alt=""
      loading="lazy"
      className="size-6 shrink-0 rounded-tag object-cover"
    />
  ) : (
    <Icon size={16} className="mx-1 shrink-0 text-muted" aria-hidden />
  )
}

/** A row on a phone. */
export const ProductCard = ({ row }: { row: ProductRow }) => {
  const format = useFormat()
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-0.5">
      <span className="flex items-center gap-2">
        <ProductImage row={row} />
        <bdi className="min-w-0 flex-1 truncate font-medium">{row.name}</bdi>
        {row.price && <span>{format.money(row.price)}</span>}
      </span>
      <span className="flex gap-2 text-meta text-muted">
        <span className="min-w-0 flex-1 truncate">{row.group?.name}</span>
        <Bdi>{format.digits(row.code)}</Bdi>
      </span>
    </span>
  )
}
