import { labelMatch } from '@peyvand/customization/server'
import { cleanText } from '@peyvand/persian'
import type { Locale } from '@peyvand/platform/contract'
import {
  AppError,
  badField,
  type Ctx,
  changesBetween,
  insertRows,
  newId,
  notFound,
  requireVersion,
} from '@peyvand/platform/server'
import type { VatClass, VatClassChange, VatClassInput, VatRate, VatTreatment } from '../contract/index.ts'
import { fromMillionths, toMillionths } from './pricing/exact.ts'
import './tables.ts'

/** All classes with their rates, oldest rate first; archived ones come last. */
export async function listVatClasses(ctx: Ctx): Promise<VatClass[]> {
  const [classes, rates] = await Promise.all([
    ctx.db
      .selectFrom('vatClasses')
      .selectAll()
      .where('tenantId', '=', ctx.tenantId)
      .orderBy('archivedAt', (ob) => ob.asc().nullsFirst())
      .orderBy('createdAt')
      .orderBy('id')
      .execute(),
    ctx.db
      .selectFrom('vatRates')
      .selectAll()
      .where('tenantId', '=', ctx.tenantId)
      .orderBy('validFrom')
      .execute(),
  ])
  return classes.map(({ id, key, name, treatment, archivedAt, version }) => ({
    id,
    key,
    name,
    treatment,
    rates: rates
      .filter(({ classId }) => classId === id)
      .map(({ validFrom, percent }) => ({ validFrom, percent: plainDecimal(percent) })),
    archivedAt,
    version,
  }))
}

/** Makes a class. @throws AppError catalog.vatClassNameTaken (409) */
export async function createVatClass(ctx: Ctx, input: VatClassInput): Promise<VatClass> {
  await requireFreeName(ctx, input.name)
  const id = await insertVatClass(ctx, { ...input, key: null })
  ctx.audit({ action: 'create', record: 'vatClasses', recordId: id, label: cleanText(input.name) })
  return requireVatClass(ctx, id)
}

/** @throws AppError notFound (404), versionConflict, catalog.vatClassNameTaken (409); badInput (400) at `rates` */
export async function updateVatClass(ctx: Ctx, id: string, change: VatClassChange): Promise<VatClass> {
  const before = await requireVatClass(ctx, id)
  requireVersion(before, change.version, before)
  const { name = before.name, treatment = before.treatment, rates = before.rates, archived } = change
  if (isRated(treatment) && rates.length === 0) throw badField('rates', 'required')
  await requireFreeName(ctx, name, id)
  const archivedAt =
    archived === undefined
      ? before.archivedAt
      : archived
        ? (before.archivedAt ?? ctx.now().toISOString())
        : null
  await ctx.db
    .updateTable('vatClasses')
    .set({ name: cleanText(name), treatment, archivedAt, version: before.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  await ctx.db.deleteFrom('vatRates').where('tenantId', '=', ctx.tenantId).where('classId', '=', id).execute()
  await insertRates(ctx, id, isRated(treatment) ? rates : [])
  const after = await requireVatClass(ctx, id)
  ctx.audit({
    action: 'update',
    record: 'vatClasses',
    recordId: id,
    label: after.name,
    changes: changesBetween<Partial<VatClass>>(before, {
      name: after.name,
      treatment: after.treatment,
      rates: after.rates,
      archivedAt: after.archivedAt,
    }),
  })
  return after
}

/** The class that products get where none is named. @throws AppError badInput (400) at `vatClassId` where it is archived */
export async function standardVatClass(ctx: Ctx): Promise<string> {
  const found = (await listVatClasses(ctx)).find(({ key, archivedAt }) => key === 'standard' && !archivedAt)
  if (!found) throw badField('vatClassId', 'required')
  return found.id
}

/** Refuses what is no class in use; the present one of a record may stay. @throws AppError badInput (400) at `vatClassId` */
export async function requireVatClassInUse(ctx: Ctx, id: string, present?: string): Promise<void> {
  if (id === present) return
  const found = (await listVatClasses(ctx)).find((one) => one.id === id)
  if (!found || found.archivedAt) throw badField('vatClassId', 'option')
}

// 9 % until the end of 1402, 10 % since the first day of 1403.
const standardRates: readonly VatRate[] = [
  { validFrom: '2015-03-21', percent: '9' },
  { validFrom: '2024-03-20', percent: '10' },
]

const readyClasses = [
  { key: 'standard', fa: 'مشمول مالیات', en: 'Taxable', treatment: 'standard', rates: standardRates },
  { key: 'exempt', fa: 'معاف', en: 'Exempt', treatment: 'exempt', rates: [] },
  { key: 'zero', fa: 'نرخ صفر (صادرات)', en: 'Zero rate (export)', treatment: 'zero', rates: [] },
] as const

/** The classes that a new firm starts with. */
export async function seedVatClasses(ctx: Ctx, { locale }: { locale: Locale }): Promise<void> {
  for (const { key, treatment, rates, ...names } of readyClasses)
    await insertVatClass(ctx, { key, treatment, rates: [...rates], name: names[locale] })
}

async function insertVatClass(
  ctx: Ctx,
  { key, name, treatment, rates }: VatClassInput & { key: string | null },
): Promise<string> {
  const id = newId()
  await ctx.db
    .insertInto('vatClasses')
    .values({
      tenantId: ctx.tenantId,
      id,
      key,
      name: cleanText(name),
      treatment,
      archivedAt: null,
      createdAt: ctx.now().toISOString(),
    })
    .execute()
  await insertRates(ctx, id, isRated(treatment) ? rates : [])
  return id
}

/** Exempt and zero-rated goods bear no percent, whatever is sent along. */
const isRated = (treatment: VatTreatment): boolean => treatment === 'standard' || treatment === 'special'

const insertRates = (ctx: Ctx, classId: string, rates: readonly VatRate[]): Promise<void> =>
  insertRows(
    ctx,
    'vatRates',
    rates.map((rate) => ({ tenantId: ctx.tenantId, classId, ...rate })),
  )

/** Files name classes, so each name is one class's. @throws AppError catalog.vatClassNameTaken (409) at `name` */
async function requireFreeName(ctx: Ctx, name: string, except?: string): Promise<void> {
  const match = labelMatch(name)
  const other = (await listVatClasses(ctx)).find((one) => labelMatch(one.name) === match && one.id !== except)
  if (other)
    throw new AppError('catalog.vatClassNameTaken', {
      status: 409,
      fields: [{ path: 'name', code: 'catalog.vatClassNameTaken' }],
    })
}

async function requireVatClass(ctx: Ctx, id: string): Promise<VatClass> {
  const found = (await listVatClasses(ctx)).find((one) => one.id === id)
  if (!found) throw notFound()
  return found
}

/** `10.00` as PostgreSQL gives it is `10`. */
export const plainDecimal = (numeric: string): string => fromMillionths(toMillionths(numeric))
