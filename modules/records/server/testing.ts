import type { Caller } from '@peyvand/identity/testing'
import { type FirmRecord, type RecordRow, recordTypeOf } from '../contract/index.ts'

const refused = (what: string, body: unknown) => new Error(`${what}: ${JSON.stringify(body)}`)

/** An own field of the kind that `contractsKind` makes, as the API takes it. */
export const contractField = (key: string, type: string, labelFa: string, rest: object = {}) => ({
  record: recordTypeOf('contracts'),
  key,
  type,
  labelFa,
  labelEn: key,
  ...rest,
})

/** Makes the kind of contracts with two states, an amount, a day and a type. */
export async function contractsKind(api: Caller): Promise<void> {
  const kind = await api.post('/record-kinds', {
    key: 'contracts',
    nameFa: 'قرارداد',
    nameEn: 'Contract',
    pluralFa: 'قراردادها',
    pluralEn: 'Contracts',
    numberPattern: 'Q-{n:3}',
    states: [
      { key: 'draft', labelFa: 'پیش‌نویس', labelEn: 'Draft', color: 'gray' },
      { key: 'signed', labelFa: 'امضاشده', labelEn: 'Signed', color: 'green' },
    ],
  })
  if (kind.status !== 201) throw refused('kind not made', kind.body)
  const options = [
    { value: 'support', labelFa: 'پشتیبانی', labelEn: 'Support' },
    { value: 'sale', labelFa: 'فروش', labelEn: 'Sale' },
  ]
  for (const field of [
    contractField('amount', 'money', 'مبلغ'),
    contractField('startsOn', 'date', 'تاریخ شروع'),
    contractField('type', 'oneOf', 'نوع قرارداد', { options }),
  ]) {
    const { status, body } = await api.post('/custom-fields', field)
    if (status !== 201) throw refused('field not made', body)
  }
}

/** Makes a contract by the API and fails where it is refused. */
export async function contractMade(by: Caller, given: object): Promise<FirmRecord> {
  const { status, body } = await by.post<FirmRecord>('/records/contracts', given)
  if (status !== 201) throw refused('not made', body)
  return body
}

/** Titles of a list of contracts in the order of their numbers. */
export async function titlesOf(by: Caller, query = '', path = '/records/contracts'): Promise<string[]> {
  const { status, body } = await by.get<{ items: RecordRow[] }>(`${path}?sort=number${query}`)
  if (status !== 200) throw refused('not listed', body)
  return body.items.map(({ title }) => title)
}
