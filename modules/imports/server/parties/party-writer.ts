import { ensureTag, ensureValue, labelMatch, tagsByName, valuesByLabel } from '@peyvand/customization/server'
import type { ImportSettings } from '@peyvand/imports/contract'
import {
  binImported,
  changeImported,
  drawFileNumbers,
  type ImportedValues,
  type ImportTrace,
  insertLinks,
  insertParties,
  knowsGroup,
  type PartyDraft,
  type PartyLinkDraft,
  reachesGroups,
  undoImported,
} from '@peyvand/parties/server'
import { allows, type Ctx, withCustomDefaults } from '@peyvand/platform/server'
import type { ImportContext, RowItem, WrittenItem } from '../import-target.ts'
import type { PartyItem } from './party-item.ts'

const columnOfList: Record<string, string> = {
  industries: 'industryId',
  sources: 'leadSourceId',
  customerLevels: 'levelId',
}

/** Tags stand beside the lists of values. */
const tagsList = 'tags'

type Item = RowItem<PartyItem>

/** File numbers for the new records that the file gives none. */
export async function drawNumbers(ctx: Ctx, rows: readonly Item[][]): Promise<void> {
  const isNumbered = ({ isNew, data }: Item) => isNew && data.fields['number'] !== undefined
  const items = rows.flat()
  const given = new Set(items.filter(isNumbered).map(({ data }) => data.fields['number']))
  const unnumbered = items.filter((item) => item.isNew && !isNumbered(item))
  const numbers = await drawFileNumbers(ctx, unnumbered.length, (number) => given.has(number))
  for (const [index, { data }] of unnumbered.entries()) data.fields['number'] = numbers[index] as string
}

/**
 * Writes new parties, changes known ones, and links an organisation with its person. Rows are written in order;
 * a row that changes a record twice sees what the earlier one did.
 */
export async function writeParties(
  ctx: Ctx,
  rows: readonly Item[][],
  { importId, settings }: ImportContext,
): Promise<WrittenItem[][]> {
  const labels = await loadLabels(ctx, rows.flat())
  const drafts: PartyDraft[] = []
  for (const items of rows) {
    for (const [place, item] of items.entries()) {
      if (item.isNew) drafts.push(await newDraft(ctx, { item, isMain: place === 0, settings, labels }))
    }
  }
  await insertParties(ctx, drafts, { sourceKind: 'import', sourceId: importId })
  const written = rows.map((items) =>
    items.map(({ ref, isNew }): WrittenItem => ({ id: ref, isNew, trace: null })),
  )
  await changeKnown(ctx, { rows, written, settings, labels })
  await insertLinks(
    ctx,
    written.flatMap((items, index) => linksOfRow(items, rows[index] ?? [])),
  )
  return written
}

/** New parties go to the recycle bin, changed fields get their old values. */
export async function undoParties(ctx: Ctx, items: readonly WrittenItem[]): Promise<void> {
  await binImported(
    ctx,
    items.filter(({ isNew }) => isNew).map(({ id }) => id),
  )
  const traces = items.flatMap(({ id, trace }) => (trace ? [[id, trace as ImportTrace] as const] : []))
  // Newest first, one wave per record, so that each change meets what it left.
  for (let wave = [...traces].reverse(); wave.length > 0; ) {
    const firsts = new Map<string, ImportTrace>()
    const rest: typeof wave = []
    for (const entry of wave) {
      if (firsts.has(entry[0])) rest.push(entry)
      else firsts.set(...entry)
    }
    await undoImported(ctx, firsts)
    wave = rest
  }
}

interface Labels {
  values: Record<string, Map<string, string>>
  tags: Map<string, string>
}

/** Ids of the list values and tags that rows name; those that lists lack are made. */
async function loadLabels(ctx: Ctx, items: readonly Item[]): Promise<Labels> {
  const labels: Labels = { values: {}, tags: new Map() }
  const named = new Map<string, Set<string>>()
  const name = (list: string, label: string) =>
    (named.get(list) ?? named.set(list, new Set()).get(list))?.add(label)
  for (const { data } of items) {
    for (const [list, label] of Object.entries(data.labels)) name(list, label)
    for (const tag of data.tags) name(tagsList, tag)
  }
  for (const [list, wanted] of named) {
    const known = list === tagsList ? await tagsByName(ctx) : await valuesByLabel(ctx, list)
    for (const label of wanted) {
      if (known.has(labelMatch(label))) continue
      const id =
        list === tagsList ? (await ensureTag(ctx, { name: label })).id : await ensureValue(ctx, list, label)
      known.set(labelMatch(label), id)
    }
    if (list === tagsList) labels.tags = known
    else labels.values[list] = known
  }
  return labels
}

/** The record's columns with labels as ids. */
function columnsOf(
  { fields, labels: given }: PartyItem,
  { values }: Labels,
): Record<string, string | boolean> {
  const columns = { ...fields }
  for (const [list, label] of Object.entries(given)) {
    const id = values[list]?.get(labelMatch(label))
    const column = columnOfList[list]
    if (id && column) columns[column] = id
  }
  return columns
}

const tagIdsOf = ({ tags }: PartyItem, labels: Labels): string[] =>
  tags.flatMap((name) => labels.tags.get(labelMatch(name)) ?? [])

interface NewDraft {
  item: Item
  isMain: boolean
  settings: ImportSettings
  labels: Labels
}

async function newDraft(
  ctx: Ctx,
  { item: { data, ref }, isMain, settings, labels }: NewDraft,
): Promise<PartyDraft> {
  const columns = columnsOf(data, labels)
  const groups = isMain
    ? [...settings.groups, ...data.groups]
    : data.kind === 'person' && knowsGroup(ctx.actor, 'persons')
      ? ['persons']
      : []
  return {
    ...columns,
    ...newOwner(ctx, data, settings),
    id: ref,
    kind: data.kind,
    ...(data.kind === 'organization'
      ? { name: data.name }
      : { firstName: data.firstName, lastName: data.lastName }),
    groups: [...new Set(groups)],
    groupStates: data.groupStates,
    contactPoints: data.contactPoints,
    addresses: data.address ? [{ label: null, primary: true, ...data.address }] : [],
    tagIds: [...new Set([...(isMain ? settings.tagIds : []), ...tagIdsOf(data, labels)])],
    custom: await withCustomDefaults(ctx, {
      record: 'parties',
      values: data.custom,
      appliesTo: [data.kind, ...groups],
      facts: { ...columns, kind: data.kind, groups },
    }),
  }
}

/** The row's own, else the import's, else the importing user. */
function newOwner(
  ctx: Ctx,
  { fields }: PartyItem,
  settings: ImportSettings,
): { ownerId: string | null; teamId: string | null } {
  const given = typeof fields['ownerId'] === 'string' ? fields['ownerId'] : null
  const ownerId = given ?? settings.ownerId ?? ctx.actor.userId
  return { ownerId, teamId: ownerId === ctx.actor.userId ? (ctx.actor.teamIds[0] ?? null) : null }
}

/** A user who creates own records only cannot import for others, nor one who knows certain groups into others. */
export function problemOfNewParty(ctx: Ctx, item: PartyItem, settings: ImportSettings): string | null {
  if (!allows(ctx.actor, 'parties.create', newOwner(ctx, item, settings))) return 'imports.notYourOwner'
  const groups = [...settings.groups, ...item.groups]
  const isWithin = reachesGroups(ctx.actor, groups) && groups.every((key) => knowsGroup(ctx.actor, key))
  return isWithin ? null : 'imports.groupBeyond'
}

interface ChangeKnown {
  rows: readonly Item[][]
  written: WrittenItem[][]
  settings: ImportSettings
  labels: Labels
}

async function changeKnown(ctx: Ctx, { rows, written, settings, labels }: ChangeKnown): Promise<void> {
  if (settings.duplicates !== 'fill' && settings.duplicates !== 'overwrite') return
  let waiting = rows.flatMap((items, index) =>
    items.flatMap((item, place) => {
      const target = written[index]?.[place]
      return item.change && target ? [{ item, target, isMain: place === 0 }] : []
    }),
  )
  while (waiting.length > 0) {
    const wave = new Map<string, (typeof waiting)[number]>()
    const rest: typeof waiting = []
    for (const entry of waiting) {
      if (wave.has(entry.target.id)) rest.push(entry)
      else wave.set(entry.target.id, entry)
    }
    const values = [...wave.values()].map(({ item, target, isMain }) =>
      importedValues(target.id, { item, isMain, settings, labels }),
    )
    const traces = await changeImported(ctx, values, settings.duplicates)
    for (const [id, { target }] of wave) target.trace = traces.get(id) ?? null
    waiting = rest
  }
}

function importedValues(id: string, { item: { data }, isMain, settings, labels }: NewDraft): ImportedValues {
  return {
    id,
    name: data.name,
    firstName: data.firstName,
    lastName: data.lastName,
    fields: columnsOf(data, labels),
    contactPoints: data.contactPoints,
    address: data.address,
    tagIds: [...(isMain ? settings.tagIds : []), ...tagIdsOf(data, labels)],
    groups: [...new Set([...(isMain ? settings.groups : []), ...data.groups])],
    groupStates: data.groupStates,
    custom: data.custom,
  }
}

/** The person of a row works for its organisation. */
function linksOfRow(items: readonly WrittenItem[], rowItems: readonly Item[]): PartyLinkDraft[] {
  const of = (kind: string) => items[rowItems.findIndex((item) => item.kind === kind)]
  const [person, organization] = [of('person'), of('organization')]
  if (!person || !organization || !(person.isNew || organization.isNew)) return []
  const role = rowItems.find((item) => item.kind === 'person')?.data.fields['jobTitle']
  return [
    {
      from: person.id,
      to: organization.id,
      label: 'worksFor',
      role: typeof role === 'string' ? role : null,
      primary: true,
    },
  ]
}
