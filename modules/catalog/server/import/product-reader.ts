import { labelMatch } from '@peyvand/customization/server'
import type { ColumnMapping, ImportSettings } from '@peyvand/imports/contract'
import {
  type CellProblem,
  checkOwnValues,
  findNamedParties,
  type ImportContext,
  type NamedParty,
  type ReadRow,
  type RowReader,
  readOwnCell,
  splitLabels,
} from '@peyvand/imports/server'
import { cleanBody, cleanCode, cleanText, toLatinDigits } from '@peyvand/persian'
import { type Ctx, may } from '@peyvand/platform/server'
import { Price, TaxCode } from '../../contract/index.ts'
import { plainCode } from '../product-input.ts'
import { emptyItem, itemKeys, type ProductItem } from './product-item.ts'
import { loadProductLookups, namesOfPath, type ProductLookups, pathMatch } from './product-lookups.ts'

/** Makes the function that reads rows of a file as products. */
export async function productReader(
  ctx: Ctx,
  mapping: readonly ColumnMapping[],
  { importId, settings }: ImportContext,
): Promise<RowReader<ProductItem>> {
  const lookups = await loadProductLookups(ctx)
  const mayPrice = may(ctx.actor, 'catalog.managePrices')
  const columns = mapping.filter(({ field }) => field !== null && (field !== 'price' || mayPrice))
  return async (current, rows) => {
    const drafts = rows.map((cells) => readCells(cells, { columns, lookups, settings }))
    await findNamedParties(current, drafts, importId)
    const read: ReadRow<ProductItem>[] = []
    for (const draft of drafts) read.push(await finishRow(current, draft))
    return read
  }
}

interface Reading {
  columns: readonly ColumnMapping[]
  lookups: ProductLookups
  settings: ImportSettings
}

interface Draft {
  id: string | null
  item: ProductItem
  problems: CellProblem[]
  newValues: Record<string, string[]>
  /** Parties by file number or name, until they are found. */
  named: NamedParty[]
}

const longest = { code: 60, barcode: 60, name: 200, nameLatin: 200, warrantyTerms: 5000, description: 10_000 }

function readCells(cells: readonly string[], { columns, lookups, settings }: Reading): Draft {
  const item = emptyItem()
  const draft: Draft = { id: null, item, problems: [], newValues: {}, named: [] }
  for (const mapped of columns) {
    const text = (cells[mapped.column] ?? '').trim()
    if (mapped.field !== null && cleanText(text) !== '') readCell(draft, { mapped, text, lookups, settings })
  }
  return draft
}

interface GivenCell extends Omit<Reading, 'columns'> {
  mapped: ColumnMapping
  text: string
}

function readCell(draft: Draft, { mapped, text, lookups, settings }: GivenCell): void {
  const { item, problems } = draft
  const { column, field, calendar, unit } = mapped
  const fault = (code: string, params?: Record<string, unknown>) =>
    problems.push({ column, code, ...(params && { params }) })
  const short = (key: keyof typeof longest, value: string) =>
    value.length > longest[key] ? fault('tooLong', { maximum: longest[key] }) : (item[key] = value)
  /** A label that is not there yet. */
  const unknown = (list: string, then: () => void) => {
    if (settings.unknownValues === 'refuse') fault('option')
    if (settings.unknownValues !== 'add') return
    then()
    draft.newValues[list] = [...(draft.newValues[list] ?? []), text]
  }
  switch (field) {
    case 'id':
      draft.id = cleanCode(text)
      return
    case 'code':
    case 'barcode':
      short(field, plainCode(text))
      return
    case 'name':
    case 'nameLatin':
      short(field, cleanText(text))
      return
    case 'warrantyTerms':
    case 'description':
      short(field, cleanBody(text))
      return
    case 'kind': {
      const kind = lookups.kinds.get(labelMatch(text))
      // Parts of bundles are not told by a row.
      if (!kind || kind === 'bundle') fault('option')
      else item.kind = kind
      return
    }
    case 'tracking':
      item.tracking = lookups.trackings.get(labelMatch(text)) ?? null
      if (!item.tracking) fault('option')
      return
    case 'vatClass':
      item.vatClassId = lookups.vatClasses.get(labelMatch(text)) ?? null
      if (!item.vatClassId) fault('option')
      return
    case 'unit':
      item.unitId = lookups.units.get(labelMatch(text)) ?? null
      if (!item.unitId) unknown('units', () => (item.unitLabel = text.slice(0, 120)))
      return
    case 'group': {
      const path = namesOfPath(text)
      item.groupId = lookups.groups.get(pathMatch(path)) ?? null
      if (!item.groupId)
        unknown('productGroups', () => (item.groupPath = path.map((name) => name.slice(0, 120))))
      return
    }
    case 'tags':
      item.tags.push(...splitLabels(text).map((label) => label.slice(0, 60)))
      return
    case 'taxCode': {
      const code = cleanCode(toLatinDigits(text))
      if (TaxCode.safeParse(code).success) item.taxCode = code
      else fault('invalid')
      return
    }
    case 'price':
    case 'warrantyMonths':
    case 'active': {
      const type = ({ price: 'money', warrantyMonths: 'number', active: 'boolean' } as const)[field]
      const read = readOwnCell({ type, options: [] }, text, { calendar, unit, ...lookups.own })
      if (!read.ok) fault(read.code, read.params)
      else if (field === 'active') item.active = read.value as boolean
      else if (field === 'price') putPrice(String(read.value))
      else putMonths(read.value as number)
      return
    }
    default:
      readOwn()
  }

  function putPrice(price: string): void {
    if (Price.safeParse(price).success) item.price = price
    else fault('invalid')
  }

  function putMonths(months: number): void {
    if (Number.isInteger(months) && months >= 1 && months <= 600) item.warrantyMonths = months
    else if (months !== 0) fault('invalid')
  }

  function readOwn(): void {
    const own = lookups.custom.get((field ?? '').replace(/^custom\./, ''))
    if (!own) return
    const put = (value: unknown) => {
      item.custom[own.key] = value
    }
    if (own.type === 'party') {
      draft.named.push({ column, text, found: put })
      return
    }
    const read = readOwnCell(own, text, { calendar, unit, ...lookups.own })
    if (read.ok) put(read.value)
    else fault(read.code, read.params)
  }
}

async function finishRow(ctx: Ctx, { id, item, problems, newValues }: Draft): Promise<ReadRow<ProductItem>> {
  const own = await checkOwnValues(ctx, { record: 'products', values: item.custom })
  const data = { ...item, custom: own.values }
  const faultsOfNew = [
    ...own.faultsOfNew,
    ...(item.name === null ? [{ column: null, code: 'catalog.nameMissing' }] : []),
  ]
  return {
    items: [{ data, kind: 'product', keys: itemKeys(data, id), own: data.custom, faultsOfNew }],
    problems: [...problems, ...own.problems],
    newValues,
  }
}
