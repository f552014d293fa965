import { groupTree } from '@peyvand/catalog/server'
import type { MoneyUnit } from '@peyvand/persian'
import { provinces } from '@peyvand/persian/provinces'
import type { CustomField, Locale } from '@peyvand/platform/contract'
import { badField, type Ctx, customFieldsOf, type PublicField } from '@peyvand/platform/server'
import { type FormField, type FormFieldName, leadGroup } from '../contract/index.ts'

type Kind = PublicField['kind']

const shapes: Partial<Record<FormFieldName, { kind: Kind; autocomplete?: string; maxLength?: number }>> = {
  firstName: { kind: 'text', autocomplete: 'given-name', maxLength: 80 },
  lastName: { kind: 'text', autocomplete: 'family-name', maxLength: 120 },
  organization: { kind: 'text', autocomplete: 'organization', maxLength: 200 },
  mobile: { kind: 'tel', autocomplete: 'tel', maxLength: 30 },
  phone: { kind: 'tel', maxLength: 30 },
  email: { kind: 'email', autocomplete: 'email', maxLength: 254 },
  jobTitle: { kind: 'text', autocomplete: 'organization-title', maxLength: 120 },
  website: { kind: 'url', autocomplete: 'url', maxLength: 254 },
  province: { kind: 'select' },
  city: { kind: 'text', autocomplete: 'address-level2', maxLength: 80 },
  address: { kind: 'textarea', autocomplete: 'street-address', maxLength: 500 },
  productGroup: { kind: 'select' },
  message: { kind: 'textarea', maxLength: 5000 },
}

/** Own fields that a visitor can fill in. */
const ownKinds: Partial<Record<CustomField['type'], Kind>> = {
  text: 'text',
  longText: 'textarea',
  number: 'number',
  money: 'number',
  date: 'text',
  boolean: 'checkbox',
  oneOf: 'select',
  manyOf: 'choices',
  phone: 'tel',
  email: 'email',
  link: 'url',
}

/** A field of a form with the name by which its value comes; `custom.x` stands there as it is. */
export interface AskedField extends Omit<PublicField, 'values' | 'problem'> {
  field: FormFieldName
  own: CustomField | null
}

/** What a form asks, in order, in its language; fields that the firm has archived are left out. */
export async function askedFields(
  ctx: Ctx,
  { fields, locale }: { fields: readonly FormField[]; locale: Locale },
): Promise<AskedField[]> {
  const own = new Map((await customFieldsOf(ctx, 'parties')).map((field) => [`custom.${field.key}`, field]))
  const groups = fields.some(({ field }) => field === 'productGroup') ? await groupTree(ctx) : null
  const text = (key: string) => ctx.registry.translate(locale, key)
  return fields.flatMap(({ field, label, hint, required }): AskedField[] => {
    const custom = own.get(field) ?? null
    const given = custom ? { kind: ownKinds[custom.type] ?? 'text' } : shapes[field]
    if (!given) return []
    const options = custom
      ? custom.options.map((option) => ({
          value: option.value,
          label: locale === 'fa' ? option.labelFa : option.labelEn,
        }))
      : field === 'province'
        ? provinces.map(({ code, fa, en }) => ({ value: code, label: locale === 'fa' ? fa : en }))
        : (groups?.all.map(({ id }) => ({ value: id, label: groups.pathName(id) })) ?? [])
    const ownLabel = custom && (locale === 'fa' ? custom.labelFa : custom.labelEn)
    const ownHint = custom && (locale === 'fa' ? custom.helpFa : custom.helpEn)
    return [
      {
        ...given,
        field,
        own: custom,
        name: field,
        label: label ?? ownLabel ?? text(`leads.formField.${field}`),
        hint: hint ?? ownHint ?? typeHint(custom?.type, text, ctx.actor.firm.moneyUnit),
        required: required || (custom !== null && isAlwaysRequired(custom)),
        options,
      },
    ]
  })
}

/** How a value is to be typed. */
function typeHint(
  type: CustomField['type'] | undefined,
  text: (key: string) => string,
  moneyUnit: MoneyUnit,
): string | null {
  if (type === 'date') return text('leads.public.dateHint')
  return type === 'money' ? text(`leads.public.in.${moneyUnit}`) : null
}

/** Of every lead; what is asked of some, or under a condition, is asked by who works on it. */
const isAlwaysRequired = ({ required, requiredFor, showWhen }: CustomField): boolean =>
  required && showWhen === null && (requiredFor.length === 0 || requiredFor.includes(leadGroup))

/** @throws AppError badInput (400) at `fields` for an own field that is not there or that visitors cannot fill in */
export async function requireFormFields(ctx: Ctx, fields: readonly FormField[]): Promise<void> {
  const own = new Map((await customFieldsOf(ctx, 'parties')).map((field) => [`custom.${field.key}`, field]))
  for (const [index, { field }] of fields.entries()) {
    const known = own.get(field)
    if (field.startsWith('custom.') && !(known && ownKinds[known.type]))
      throw badField(`fields.${index}.field`, 'leads.fieldNotAskable')
  }
}
