import { labelMatch, valuesByLabel } from '@peyvand/customization/server'
import { loadOwnLookups, type OwnLookups, wordsOf } from '@peyvand/imports/server'
import type { CustomField } from '@peyvand/platform/contract'
import { type Ctx, customFieldsOf } from '@peyvand/platform/server'
import { ProductKind, Tracking } from '../../contract/index.ts'
import { groupTree } from '../product-groups.ts'
import { listVatClasses } from '../vat-classes.ts'

type Ids = ReadonlyMap<string, string>

/** What cells are looked up in, by how labels are compared. */
export interface ProductLookups {
  kinds: ReadonlyMap<string, ProductKind>
  trackings: ReadonlyMap<string, Tracking>
  units: Ids
  vatClasses: Ids
  /** Groups by their whole path, and by their name where only one has it. */
  groups: Ids
  own: OwnLookups
  custom: ReadonlyMap<string, CustomField>
}

export async function loadProductLookups(ctx: Ctx): Promise<ProductLookups> {
  return {
    kinds: wordsOf(ctx, ProductKind.options, 'catalog.kind'),
    trackings: wordsOf(ctx, Tracking.options, 'catalog.tracking'),
    units: await valuesByLabel(ctx, 'units'),
    vatClasses: new Map(
      (await listVatClasses(ctx))
        .filter(({ archivedAt }) => archivedAt === null)
        .map(({ id, name }) => [labelMatch(name), id]),
    ),
    groups: await groupsByName(ctx),
    own: await loadOwnLookups(ctx),
    custom: new Map((await customFieldsOf(ctx, 'products')).map((field) => [field.key, field])),
  }
}

/** The names in a path of groups: «سخت‌افزار › چاپگر», also with `>` or `/`. */
export const namesOfPath = (text: string): string[] =>
  text
    .split(/[›>/]/)
    .map((name) => name.trim())
    .filter(Boolean)

/** How paths are compared. */
export const pathMatch = (names: readonly string[]): string => names.map(labelMatch).join(' › ')

async function groupsByName(ctx: Ctx): Promise<Ids> {
  const { all, pathOf } = await groupTree(ctx)
  const isAlone = (name: string) =>
    all.filter((one) => labelMatch(one.name) === labelMatch(name)).length === 1
  return new Map([
    ...all.flatMap(({ id, name }) => (isAlone(name) ? [[labelMatch(name), id] as const] : [])),
    ...all.map(({ id }) => [pathMatch(pathOf(id).map(({ name }) => name)), id] as const),
  ])
}
