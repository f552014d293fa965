import { ensureTag, ensureValue, labelMatch, tagsByName, valuesByLabel } from '@peyvand/customization/server'
import type { ImportSettings } from '@peyvand/imports/contract'
import {
  binImported,
  changeImported,
  type ImportedValues,
  type ImportTrace,
  insertLinks,
  insertParties,
  type PartyDraft,
  type PartyLinkDraft,
  undoImported,
} from '@peyvand/parties/server'
import { allows, type Ctx } from '@peyvand/platform/server'
import type { RowItem, WriteContext, WrittenItem } from '../import-target.ts'
import type { PartyItem } from './party-item.ts'

const columnOfList: Record<string, string> = {
  industries: 'industryId',
  sources: 'leadSourceId',
  customerLevels: 'levelId',
}

type Item = RowItem<PartyItem>

/** Makes list values (`industries` …) and tags (`tags`) that rows name and the firm lacks. */
export async function addPartyValues(ctx: Ctx, values: Record<string, string[]>): Promise<void> {
  for (const [list, labels] of Object.entries(values)) {
    for (const label of labels)
      await (list === 'tags' ? ensureTag(ctx, { name: label }) : ensureValue(ctx, list, label))
  }
}

/**
 * Writes new parties, changes known ones, and links an organisation with its person. Rows are written in order;
 * a row that changes a record twice sees what the earlier one did.
 */
export async function writeParties(
  ctx: Ctx,
  rows: readonly Item[][],
  { importId, settings }: WriteContext,
): Promise<WrittenItem[][]> {
  const labels = await loadLabels(ctx, rows.flat())
  const written = rows.map((items) => items.map((): WrittenItem => ({ id: '', isNew: false, trace: null })))
  const byRef = new Map<string, WrittenItem>()
  const fresh: { draft: PartyDraft; target: WrittenItem }[] = []
  for (const [index, items] of rows.entries()) {
    for (const [place, item] of items.entries()) {
      const target = written[index]?.[place]
      if (!target) continue
      byRef.set(item.ref, target)
      if (item.match) target.id = item.match
      else fresh.push({ draft: newDraft(ctx, { item, isMain: place === 0, settings, labels }), target })
    }
  }
  const ids = await insertParties(
    ctx,
    fresh.map(({ draft }) => draft),
    { sourceKind: 'import', sourceId: importId },
  )
  for (const [index, { target }] of fresh.entries()) Object.assign(target, { id: ids[index], isNew: true })
  // Rows that repeat an earlier one of the same lot get the id it has now.
  for (const target of written.flat()) target.id = byRef.get(target.id)?.id ?? target.id

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

async function loadLabels(ctx: Ctx, items: readonly Item[]): Promise<Labels> {
  const lists = new Set(items.flatMap(({ data }) => Object.keys(data.labels)))
  const values: Labels['values'] = {}
  for (const list of lists) values[list] = await valuesByLabel(ctx, list)
  const hasTags = items.some(({ data }) => data.tags.length > 0)
  return { values, tags: hasTags ? await tagsByName(ctx) : new Map() }
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

function newDraft(ctx: Ctx, { item: { data }, isMain, settings, labels }: NewDraft): PartyDraft {
  const columns = columnsOf(data, labels)
  const groups = isMain ? [...settings.groups, ...data.groups] : data.kind === 'person' ? ['persons'] : []
  return {
    ...columns,
    ...newOwner(ctx, data, settings),
    kind: data.kind,
    ...(data.kind === 'organization'
      ? { name: data.name }
      : { firstName: data.firstName, lastName: data.lastName }),
    groups: [...new Set(groups)],
    contactPoints: data.contactPoints,
    addresses: data.address ? [{ label: null, primary: true, ...data.address }] : [],
    tagIds: [...new Set([...(isMain ? settings.tagIds : []), ...tagIdsOf(data, labels)])],
    custom: data.custom,
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

/** A user who creates own records only cannot import for others. */
export function problemOfNewParty(ctx: Ctx, item: PartyItem, settings: ImportSettings): string | null {
  return allows(ctx.actor, 'parties.create', newOwner(ctx, item, settings)) ? null : 'imports.notYourOwner'
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
      return item.match && item.change && target ? [{ item, target, isMain: place === 0 }] : []
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
