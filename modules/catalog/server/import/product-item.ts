import type { CustomValues } from '@peyvand/platform/contract'
import type { ProductKind, Tracking } from '../../contract/index.ts'

/** A product as a row of a file describes it: plain JSON, kept with the staged row until it is written. */
export interface ProductItem {
  code: string | null
  barcode: string | null
  name: string | null
  nameLatin: string | null
  kind: ProductKind | null
  /** Of a group that is there; else the names of one that is to be made, the uppermost first. */
  groupId: string | null
  groupPath: string[]
  /** Of a unit that is there; else the label of one that is to be added to the list. */
  unitId: string | null
  unitLabel: string | null
  vatClassId: string | null
  taxCode: string | null
  tracking: Tracking | null
  warrantyMonths: number | null
  warrantyTerms: string | null
  description: string | null
  active: boolean | null
  tags: string[]
  /** Rial, of one base unit, in the list for everybody. */
  price: string | null
  custom: CustomValues
}

export const emptyItem = (): ProductItem => ({
  code: null,
  barcode: null,
  name: null,
  nameLatin: null,
  kind: null,
  groupId: null,
  groupPath: [],
  unitId: null,
  unitLabel: null,
  vatClassId: null,
  taxCode: null,
  tracking: null,
  warrantyMonths: null,
  warrantyTerms: null,
  description: null,
  active: null,
  tags: [],
  price: null,
  custom: {},
})

/** What the product is recognised by: its id, code or barcode; its name only where it has none of them. */
export function itemKeys({ code, barcode, name }: ProductItem, id: string | null): string[] {
  const sure = [
    ...(id ? [`id:${id}`] : []),
    ...(code ? [`number:${code}`] : []),
    ...(barcode ? [`identifier:${barcode}`] : []),
  ]
  return sure.length > 0 || !name ? sure : [`name:${name}`]
}
