import { teamsByIds, usersByIds } from '@peyvand/identity/server'
import { formatDate, formatDateTime, formatMoney, formatNumber, formatPhone } from '@peyvand/persian'
import {
  type CustomField,
  type CustomFieldType,
  type CustomFile,
  factsFor,
  shownFields,
} from '@peyvand/platform/contract'
import { type Ctx, seenCustomFields } from '@peyvand/platform/server'
import { type Party, partyFacts } from '../../contract/index.ts'
import { partyRefs } from '../party-names.ts'
import { codeText, type Fact, factOf } from './paper-facts.ts'

/** The firm's own fields of a party that hold something, with names in place of ids. */
export async function ownFieldFacts(ctx: Ctx, party: Party): Promise<Fact[]> {
  const scopes = [party.kind, ...party.groups.filter(({ until }) => until === null).map(({ key }) => key)]
  const seen = await seenCustomFields(ctx, 'parties')
  const fields = shownFields(seen, { ...party.custom, ...factsFor(seen, partyFacts(party)) }, scopes)
  const names = await namesIn(ctx, fields, party.custom)
  return fields.flatMap((field) =>
    factOf(
      ctx.locale === 'fa' ? field.labelFa : field.labelEn,
      [party.custom[field.key]]
        .flat()
        .filter((value) => value !== null && value !== undefined && value !== '')
        .map((value) => printed(ctx, field, value, names)),
    ),
  )
}

type Names = ReadonlyMap<string, { name: string }>

async function namesIn(ctx: Ctx, fields: readonly CustomField[], values: Party['custom']): Promise<Names> {
  const ids = (type: CustomFieldType) =>
    fields
      .filter((field) => field.type === type)
      .flatMap(({ key }) => [values[key]].flat())
      .filter((value): value is string => typeof value === 'string')
  return new Map([
    ...(await usersByIds(ctx, ids('user'))),
    ...(await teamsByIds(ctx, ids('team'))),
    ...(await partyRefs(ctx, ids('party'))),
  ])
}

function printed(ctx: Ctx, field: CustomField, value: unknown, names: Names): string {
  const { locale, timeZone } = ctx
  const plain = String(value as string | number | boolean)
  switch (field.type) {
    case 'date':
      return formatDate(plain, { locale })
    case 'instant':
      return formatDateTime(plain, { locale, timeZone })
    case 'money':
      return formatMoney(plain, { locale, unit: ctx.actor.firm.moneyUnit })
    case 'number':
      return formatNumber(plain, { locale })
    case 'boolean':
      return ctx.registry.translate(locale, value === true ? 'parties.paper.yes' : 'parties.paper.no')
    case 'oneOf':
    case 'manyOf': {
      const option = field.options.find((one) => one.value === value)
      return option ? (locale === 'fa' ? option.labelFa : option.labelEn) : plain
    }
    case 'party':
    case 'user':
    case 'team':
      return names.get(plain)?.name ?? '—'
    case 'file':
      return (value as CustomFile).name
    case 'phone':
      return codeText(formatPhone(plain, locale))
    case 'email':
    case 'link':
      return codeText(plain)
    default:
      return plain
  }
}
