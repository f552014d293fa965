import { labelMatch } from '@peyvand/customization/server'
import { factsFor, isRequiredFor, shownFields } from '@peyvand/platform/contract'
import { AppError, type Ctx, checkCustomValues } from '@peyvand/platform/server'
import type { CellProblem, ReadRow } from '../import-target.ts'
import { itemKeys, type PartyItem } from './party-item.ts'
import type { Draft, Reading } from './party-reader.ts'
import { splitLabels } from './read-cells.ts'
import { rowParties } from './row-parties.ts'

/** The parties of a row whose cells have been read, with the faults that show only now. */
export async function finishRow(
  ctx: Ctx,
  { values, problems, newValues }: Draft,
  { settings, lookups }: Pick<Reading, 'settings' | 'lookups'>,
): Promise<ReadRow<PartyItem>> {
  const parties = rowParties(values, settings)
  if (parties.length === 0 || parties.some(({ name }) => name === ''))
    problems.push({ column: null, code: 'imports.nameMissing' })
  const [main] = parties
  if (main && Object.keys(main.custom).length > 0) await checkCustom(ctx, main, problems)
  if (main && values.groupState) readGroupState(main, values.groupState, { settings, lookups, problems })
  const id = typeof values.texts['id'] === 'string' ? values.texts['id'] : null
  return {
    items: parties.map((data, index) => ({
      data,
      kind: data.kind,
      keys: itemKeys(data, index === 0 ? id : null),
      own: data.custom,
      faultsOfNew: index === 0 ? requiredFaults(ctx, data, { settings, lookups }) : [],
    })),
    problems,
    newValues,
  }
}

interface Finishing extends Pick<Reading, 'settings' | 'lookups'> {
  problems: CellProblem[]
}

/** Each state that a cell names goes to the first of the record's groups that has it and got none yet. */
function readGroupState(
  item: PartyItem,
  { column, text }: { column: number; text: string },
  { settings, lookups, problems }: Finishing,
): void {
  for (const label of splitLabels(text)) {
    const stateIn = (key: string) => lookups.states.get(key)?.get(labelMatch(label))
    const key = [...item.groups, ...settings.groups].find(
      (group) => stateIn(group) !== undefined && !(group in item.groupStates),
    )
    if (key) item.groupStates = { ...item.groupStates, [key]: stateIn(key) as string }
    else problems.push({ column, code: 'option' })
  }
}

/** The firm's own fields that a new record must have and the row leaves empty. */
function requiredFaults(
  ctx: Ctx,
  { kind, groups, custom, fields }: PartyItem,
  { settings, lookups }: Pick<Reading, 'settings' | 'lookups'>,
): CellProblem[] {
  if (!lookups.asksForOwn) return []
  const places = [kind, ...groups, ...settings.groups]
  const own = [...lookups.custom.values()]
  const facts = factsFor(own, { ...fields, kind, groups: [...groups, ...settings.groups] })
  return shownFields(own, { ...custom, ...facts }, places).flatMap((field) => {
    const { key, defaultValue, labelFa, labelEn } = field
    const isFilled = (custom[key] ?? defaultValue ?? null) !== null
    if (isFilled || !isRequiredFor(field, places)) return []
    return [
      {
        column: null,
        code: 'imports.requiredMissing',
        params: { field: ctx.locale === 'fa' ? labelFa : labelEn },
      },
    ]
  })
}

async function checkCustom(ctx: Ctx, item: PartyItem, problems: CellProblem[]): Promise<void> {
  try {
    item.custom = await checkCustomValues(ctx, { record: 'parties', values: item.custom, partial: true })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    for (const { code, params } of error.options.fields ?? [])
      problems.push({ column: null, code, ...(params ? { params } : {}) })
  }
}
