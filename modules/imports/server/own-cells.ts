import { labelMatch } from '@peyvand/customization/server'
import { activeUsers, allTeams, teamsByIds, usersByIds } from '@peyvand/identity/server'
import { partyRefs } from '@peyvand/parties/server'
import { instantAt, localClock, toJalali, toLatinDigits } from '@peyvand/persian'
import type { CustomField, CustomFile, CustomValues } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import type { ColumnMapping } from '../contract/index.ts'
import { type Cell, readBoolean, readDate, readMoney, readNumber, splitLabels } from './parties/read-cells.ts'

/** What cells of own fields are looked up in; null for a name that two have. */
export interface OwnLookups {
  users: ReadonlyMap<string, string | null>
  teams: ReadonlyMap<string, string | null>
  timeZone: string
}

export async function loadOwnLookups(ctx: Ctx): Promise<OwnLookups> {
  return {
    users: byName(await activeUsers(ctx)),
    teams: byName(await allTeams(ctx)),
    timeZone: ctx.timeZone,
  }
}

function byName(named: readonly { id: string; name: string }[]): Map<string, string | null> {
  const ids = new Map<string, string | null>()
  for (const { id, name } of named) {
    const match = labelMatch(name)
    ids.set(match, ids.has(match) ? null : id)
  }
  return ids
}

type Style = Pick<ColumnMapping, 'calendar' | 'unit'>

/** A cell as a value of an own field, whose type checks it again; parties are found by whoever reads the row. */
export function readOwnCell(
  field: Pick<CustomField, 'type' | 'options'>,
  text: string,
  { calendar, unit, users, teams, timeZone }: Style & OwnLookups,
): Cell<unknown> {
  const optionOf = (label: string) =>
    field.options.find(({ value, labelFa, labelEn }) =>
      [value, labelFa, labelEn].some((known) => labelMatch(known) === labelMatch(label)),
    )?.value ?? label
  switch (field.type) {
    case 'number':
      return readNumber(text)
    case 'money':
      return readMoney(text, unit)
    case 'date':
      return readDate(text, calendar)
    case 'instant':
      return readInstant(text, calendar, timeZone)
    case 'duration':
      return readDuration(text)
    case 'boolean':
      return readBoolean(text)
    case 'oneOf':
      return { ok: true, value: optionOf(text) }
    case 'manyOf':
      return { ok: true, value: splitLabels(text).map(optionOf) }
    case 'user':
      return found(users.get(labelMatch(text)))
    case 'team':
      return found(teams.get(labelMatch(text)))
    default:
      return { ok: true, value: text }
  }
}

const found = (id: string | null | undefined): Cell<string> =>
  id ? { ok: true, value: id } : { ok: false, code: 'option' }

/** A day with a time beside it, on clocks of the firm; a day alone is its beginning. */
function readInstant(text: string, calendar: Style['calendar'], timeZone: string): Cell<string> {
  const latin = toLatinDigits(text).trim()
  const given = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(latin) ? Date.parse(latin) : Number.NaN
  if (!Number.isNaN(given)) return { ok: true, value: new Date(given).toISOString() }
  const [, day = '', hour = '0', minute = '00'] =
    /^(.*?)(?:[\sT،,]+(\d{1,2}):(\d\d)(?::\d\d)?)?$/u.exec(latin) ?? []
  const date = readDate(day, calendar)
  if (!date.ok || Number(hour) > 23 || Number(minute) > 59) return { ok: false, code: 'date' }
  return { ok: true, value: instantAt(date.value, `${hour.padStart(2, '0')}:${minute}`, timeZone) }
}

/** Minutes, or hours and minutes: `90`, `1:30`. */
function readDuration(text: string): Cell<number> {
  const [, hours, minutes] = /^(\d{1,5}):([0-5]\d)$/.exec(toLatinDigits(text).trim()) ?? []
  return hours === undefined ? readNumber(text) : { ok: true, value: Number(hours) * 60 + Number(minutes) }
}

export type OwnNames = ReadonlyMap<string, { name: string }>

/** Names of the users, teams and parties that own fields of the rows point to, as the import finds them again. */
export async function namesOfOwn(
  ctx: Ctx,
  fields: readonly CustomField[],
  rows: readonly { custom: CustomValues }[],
): Promise<OwnNames> {
  const ids = (type: CustomField['type']) => [
    ...new Set(
      fields
        .filter((field) => field.type === type)
        .flatMap(({ key }) => rows.map(({ custom }) => custom[key]))
        .filter((value) => typeof value === 'string'),
    ),
  ]
  return new Map([
    ...(await usersByIds(ctx, ids('user'))),
    ...(await teamsByIds(ctx, ids('team'))),
    ...(await partyRefs(ctx, ids('party'))),
  ])
}

/** A value of an own field as a cell that the import reads as the same value again. */
export function ownCellText(ctx: Ctx, field: CustomField, value: unknown, names: OwnNames): string {
  if (value === null || value === undefined) return ''
  if (field.type === 'file') return (value as CustomFile[]).map(({ name }) => name).join('، ')
  if (Array.isArray(value)) return value.map((one) => ownCellText(ctx, field, one, names)).join('، ')
  if (typeof value === 'boolean')
    return ctx.registry.translate(ctx.locale, value ? 'imports.yes' : 'imports.no')
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const text = String(value)
  if (field.type === 'date') return dateText(ctx, text)
  if (field.type === 'instant') {
    const { date, time } = localClock(text, ctx.timeZone)
    return `${dateText(ctx, date)} ${time}`
  }
  if (field.type === 'user' || field.type === 'team' || field.type === 'party')
    return names.get(text)?.name ?? ''
  const option = field.options.find((one) => one.value === text)
  return option ? (ctx.locale === 'fa' ? option.labelFa : option.labelEn) : text
}

/** Jalali with Latin digits in Persian, ISO in English: spreadsheets sort both as they stand. */
export function dateText(ctx: Ctx, date: string | null): string {
  if (date === null || ctx.locale === 'en') return date ?? ''
  const { year, month, day } = toJalali(date)
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('/')
}
