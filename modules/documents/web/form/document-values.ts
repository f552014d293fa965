import type { Currency, SalesChannel } from '@peyvand/catalog/contract'
import type { AttachedFile } from '@peyvand/files/web'
import { addDays } from '@peyvand/persian'
import type { CustomField, CustomValues } from '@peyvand/platform/contract'
import {
  type ChargeInput,
  type CreateDocument,
  type Document,
  type DocumentChange,
  type DocumentKind,
  type DocumentSettings,
  documentKinds,
  editableAfterIssue,
  type PreviewDocument,
  type Rounding,
  type Settlement,
} from '../../contract/index.ts'
import { type DraftLine, draftOf, inputOf, isEmptyLine } from '../lines/draft-line.ts'
import type { Sale } from '../lines/line-editing.ts'

export type ChargeValues = Omit<ChargeInput, 'amount'> & { amount: string | null }

/** What the form of a document holds. */
export interface DocumentValues {
  title: string
  partyId: string | null
  contactId: string | null
  dealId: string | null
  issuedOn: string | null
  validUntil: string | null
  dueOn: string | null
  promisedOn: string | null
  currency: Currency
  exchangeRate: string | null
  settlement: Settlement
  channel: SalesChannel
  /** Parted by commas or spaces. */
  discountCodes: string
  shippingMethodId: string | null
  shipTo: string
  vehicle: string
  driver: string
  preparationId: string | null
  terms: string
  note: string
  internalNote: string
  roundTo: Rounding
  charges: ChargeValues[]
  lines: DraftLine[]
  ownerId: string | null
  files: AttachedFile[]
  custom: Record<string, unknown>
}

interface Known {
  kind: DocumentKind
  settings: DocumentSettings
  today: string
  ownerId: string
  partyId: string | null
  dealId: string | null
  lines: DraftLine[]
  custom: CustomValues
}

export const valuesOfNew = ({ kind, settings, today, ...known }: Known): DocumentValues => ({
  title: '',
  contactId: null,
  issuedOn: today,
  validUntil:
    documentKinds[kind].validity && settings.validDays !== null ? addDays(today, settings.validDays) : null,
  dueOn: documentKinds[kind].due && settings.dueDays !== null ? addDays(today, settings.dueDays) : null,
  promisedOn: null,
  currency: 'IRR',
  exchangeRate: null,
  settlement: 'cash',
  channel: 'staff',
  discountCodes: '',
  shippingMethodId: null,
  shipTo: '',
  vehicle: '',
  driver: '',
  preparationId: null,
  terms: '',
  note: '',
  internalNote: '',
  roundTo: settings.roundTo,
  charges: [],
  files: [],
  ...known,
})

export const valuesOf = (document: Document): DocumentValues => ({
  title: document.title ?? '',
  partyId: document.party.id,
  contactId: document.contact?.id ?? null,
  dealId: document.deal?.id ?? null,
  issuedOn: document.issuedOn,
  validUntil: document.validUntil,
  dueOn: document.dueOn,
  promisedOn: document.promisedOn,
  currency: document.currency,
  exchangeRate: document.exchangeRate,
  settlement: document.settlement,
  channel: document.channel,
  discountCodes: document.discountCodes.join(' '),
  shippingMethodId: document.shippingMethod?.id ?? null,
  shipTo: document.shipTo ?? '',
  vehicle: document.vehicle ?? '',
  driver: document.driver ?? '',
  preparationId: document.preparation?.id ?? null,
  terms: document.terms ?? '',
  note: document.note ?? '',
  internalNote: document.internalNote ?? '',
  roundTo: document.roundTo,
  charges: document.charges.map(({ label, amount, vatClassId }) => ({ label, amount, vatClassId })),
  lines: document.lines.map(draftOf),
  ownerId: document.owner?.id ?? null,
  files: document.files.map(({ id, name, size }) => ({ id, name, size })),
  custom: { ...document.custom },
})

const texts = ['title', 'shipTo', 'vehicle', 'driver', 'terms', 'note', 'internalNote'] as const

/** The values as the API takes them; own fields that are out of sight stay as they are. */
export function bodyOf(values: DocumentValues, shown: readonly CustomField[]): Omit<CreateDocument, 'kind'> {
  const { files, custom, ownerId, lines, charges, discountCodes, partyId, issuedOn, ...plain } = values
  return {
    ...plain,
    ...(Object.fromEntries(texts.map((name) => [name, values[name].trim() || null])) as Record<
      (typeof texts)[number],
      string | null
    >),
    // The server says of a missing party that it is required.
    partyId: partyId ?? '',
    ...(issuedOn && { issuedOn }),
    ...(ownerId && { ownerId }),
    exchangeRate: values.currency === 'IRR' ? null : values.exchangeRate,
    roundTo: values.currency === 'IRR' ? values.roundTo : 0,
    discountCodes: codesOf(discountCodes),
    charges: chargesOf(charges),
    lines: written(lines).map(inputOf),
    fileIds: files.map(({ id }) => id),
    custom: Object.fromEntries(shown.map(({ key }) => [key, custom[key] ?? null])),
  }
}

/** What may still change once the document is issued. */
export const changeAfterIssue = (body: ReturnType<typeof bodyOf>): Omit<DocumentChange, 'version'> =>
  Object.fromEntries(
    Object.entries(body).filter(([field]) => editableAfterIssue.some((one) => one === field)),
  )

/** What prices, tax and totals hang on. */
export const headerOf = (values: DocumentValues): Omit<PreviewDocument, 'lines' | 'kind'> => ({
  partyId: values.partyId,
  ...(values.issuedOn && { issuedOn: values.issuedOn }),
  currency: values.currency,
  exchangeRate: values.currency === 'IRR' ? null : values.exchangeRate,
  channel: values.channel,
  discountCodes: codesOf(values.discountCodes),
  roundTo: values.currency === 'IRR' ? values.roundTo : 0,
  charges: chargesOf(values.charges),
})

/** The same for the options of one product. */
export const saleOf = (values: DocumentValues): Sale => ({
  partyId: values.partyId,
  currency: values.currency,
  channel: values.channel,
  codes: codesOf(values.discountCodes),
  ...(values.issuedOn && { on: values.issuedOn }),
})

/** Lines in which nothing was written are not lines. */
export const written = (lines: readonly DraftLine[]): DraftLine[] =>
  lines.filter((line) => !isEmptyLine(line))

const codesOf = (text: string) => [...new Set(text.split(/[\s,،]+/).filter(Boolean))].slice(0, 10)

/** A charge of which either the words or the amount are missing. */
export const isHalf = ({ amount, label }: ChargeValues): boolean =>
  (label.trim() === '') !== (amount === null)

const chargesOf = (charges: readonly ChargeValues[]): ChargeInput[] =>
  charges.flatMap(({ amount, label, ...rest }) =>
    amount && label.trim() ? [{ ...rest, label: label.trim(), amount }] : [],
  )
