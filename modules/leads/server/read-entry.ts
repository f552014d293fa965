import { CreateParty, type CreatePartyInput } from '@peyvand/parties/contract'
import { type MoneyUnit, parseDate, parseDecimal, parseMoney } from '@peyvand/persian'
import { type FormValues, faultsOf, formValue } from '@peyvand/platform/server'
import type { FormFieldName } from '../contract/index.ts'
import type { AskedField } from './form-fields.ts'

type Draft = ReturnType<typeof CreateParty.parse>

/** What a visitor sent, as a party would be recorded by it. */
export interface Entry {
  party: Draft
  /** The organisation of a person. */
  organization: string | null
  custom: Record<string, unknown>
  productGroupId: string | null
  /** Every answer in words, for the file. */
  lines: EntryLine[]
}

export interface EntryLine {
  field: FormFieldName
  label: string
  value: string
}

/** A fault of a field: its name and the code of the text. */
export interface EntryFault {
  name: string
  code: string
  params?: Record<string, unknown>
}

type Read = { ok: true; entry: Entry } | { ok: false; faults: EntryFault[] }

const contactFields = ['mobile', 'phone', 'email', 'website'] as const
/** By which somebody can be reached. */
const waysToReach: readonly FormFieldName[] = ['mobile', 'phone', 'email']

interface ToRead {
  asked: readonly AskedField[]
  values: FormValues
  /** In which amounts are typed. */
  moneyUnit: MoneyUnit
}

/** Reads a sent form. Own fields are checked with the firm's definitions by who writes the party. */
export function readEntry({ asked, values, moneyUnit }: ToRead): Read {
  const given = (name: FormFieldName) =>
    asked.some((one) => one.field === name) ? formValue(values, name) : ''
  const faults = asked.flatMap((field) => faultOf(field, formValue(values, field.name)) ?? [])
  const ways = asked.filter(({ field }) => waysToReach.includes(field))
  if (ways[0] && ways.every(({ name }) => formValue(values, name) === ''))
    faults.push({ name: ways[0].name, code: 'leads.contactNeeded' })
  const contacts = contactFields.filter((field) => given(field) !== '')
  const isPerson = given('lastName') !== '' || given('firstName') !== '' || given('organization') === ''
  const custom: Record<string, unknown> = {}
  for (const field of asked) {
    if (!field.own) continue
    const read = ownValue(field, values, moneyUnit)
    if (read === undefined) faults.push({ name: field.name, code: 'invalid' })
    else if (read !== null) custom[field.own.key] = read
  }
  const draft: CreatePartyInput = {
    kind: isPerson ? 'person' : 'organization',
    groups: [],
    ...(isPerson
      ? {
          firstName: given('firstName') || null,
          lastName: given('lastName') || null,
          jobTitle: given('jobTitle') || null,
        }
      : { name: given('organization') }),
    contactPoints: contacts.map((type, index) => ({ type, value: given(type), primary: index === 0 })),
    ...addressOf(given),
  }
  const parsed = CreateParty.safeParse(draft, { reportInput: true })
  if (!parsed.success) faults.push(...faultsOf(parsed.error).map((fault) => atField(fault, asked, contacts)))
  if (!parsed.success || faults.length > 0) return { ok: false, faults: firstOfEach(faults) }
  return {
    ok: true,
    entry: {
      party: parsed.data,
      organization: isPerson ? given('organization') || null : null,
      custom,
      productGroupId: given('productGroup') || null,
      lines: asked.flatMap((field) => lineOf(field, values)),
    },
  }
}

/** What is wrong with an answer in itself. What is typed in several lines comes with two marks at each end. */
function faultOf(
  { name, required, maxLength, kind, own, options }: AskedField,
  text: string,
): EntryFault | null {
  if (text === '') return required ? { name, code: 'required' } : null
  if (maxLength !== undefined && text.replaceAll('\r\n', '\n').length > maxLength)
    return { name, code: 'tooLong', params: { maximum: maxLength } }
  if (!own && kind === 'select' && !options?.some(({ value }) => value === text))
    return { name, code: 'option' }
  return null
}

function addressOf(given: (name: FormFieldName) => string): Pick<CreatePartyInput, 'addresses'> {
  const [province, city, text] = [given('province'), given('city'), given('address')]
  if (!province && !city && !text) return {}
  return {
    addresses: [{ province: province || null, city: city || null, text: text || null, primary: true }],
  }
}

/** The value of an own field; null where it is empty, undefined where it cannot be read. */
function ownValue({ own, name }: AskedField, values: FormValues, moneyUnit: MoneyUnit): unknown {
  const text = formValue(values, name)
  switch (own?.type) {
    case 'boolean':
      return text === 'on'
    case 'manyOf':
      return values[name] ?? null
    case 'date': {
      if (text === '') return null
      const date = parseDate(text)
      return date.ok ? date.value : undefined
    }
    case 'number': {
      if (text === '') return null
      const number = parseDecimal(text)
      return number.ok ? Number(number.value) : undefined
    }
    case 'money': {
      if (text === '') return null
      const amount = parseMoney(text, { unit: moneyUnit })
      return amount.ok ? String(amount.value) : undefined
    }
    default:
      return text === '' ? null : text
  }
}

/** Faults of the party at the fields of the form; at the first one where the form does not ask for what is at fault. */
function atField(
  { path, code, params }: { path: string; code: string; params?: Record<string, unknown> },
  asked: readonly AskedField[],
  contacts: readonly (typeof contactFields)[number][],
): EntryFault {
  const [head = '', index = '', part = ''] = path.split('.')
  const wanted =
    head === 'contactPoints'
      ? contacts[Number(index)]
      : head === 'addresses'
        ? part.replace('text', 'address')
        : head
  const isAsked = (name: string | undefined) => asked.some((field) => field.name === name)
  const name = [wanted, 'organization', asked[0]?.name].find(isAsked) ?? head
  return { name, code, ...(params && { params }) }
}

const firstOfEach = (faults: readonly EntryFault[]): EntryFault[] =>
  faults.filter(({ name }, index) => faults.findIndex((one) => one.name === name) === index)

function lineOf({ field, name, label, options = [], kind }: AskedField, values: FormValues): EntryLine[] {
  const given = (values[name] ?? []).map((value) => value.trim()).filter(Boolean)
  if (given.length === 0) return []
  const words = given.map((value) => options.find((option) => option.value === value)?.label ?? value)
  return [{ field, label, value: kind === 'checkbox' ? '✓' : words.join('، ') }]
}
