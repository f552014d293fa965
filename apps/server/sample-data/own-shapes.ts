import { createCustomSection } from '@peyvand/customization/server'
import { addDays } from '@peyvand/persian'
import { CustomFieldInput, CustomSectionInput, type CustomValues } from '@peyvand/platform/contract'
import { type Ctx, createCustomField } from '@peyvand/platform/server'
import { CreateRecord, RecordKindInput, recordTypeOf } from '@peyvand/records/contract'
import { createRecord, createRecordKind } from '@peyvand/records/server'
import type { Random } from './random.ts'

const contracts = 'contracts'

const businesses = {
  maker: { labelFa: 'تولیدکننده', labelEn: 'Manufacturer' },
  trader: { labelFa: 'بازرگانی', labelEn: 'Trading firm' },
  retailer: { labelFa: 'خرده‌فروش', labelEn: 'Retailer' },
  contractor: { labelFa: 'پیمانکار', labelEn: 'Contractor' },
}

const services = {
  sale: { labelFa: 'فروش کالا', labelEn: 'Sale of goods' },
  support: { labelFa: 'پشتیبانی سالانه', labelEn: 'Yearly support' },
  project: { labelFa: 'اجرای پروژه', labelEn: 'Project' },
}

const optionsOf = (labels: Record<string, { labelFa: string; labelEn: string }>) =>
  Object.entries(labels).map(([value, words]) => ({ value, ...words }))

/** What an administrator has shaped: fields of customers in a section of their own, and contracts as records. */
export async function makeShapes(ctx: Ctx): Promise<void> {
  const section = await createCustomSection(
    ctx,
    CustomSectionInput.parse({ record: 'parties', titleFa: 'همکاری', titleEn: 'Cooperation' }),
  )
  const ofCustomers = { record: 'parties', appliesTo: ['customers'], sectionId: section.id }
  const ofContracts = { record: recordTypeOf(contracts) }
  await createRecordKind(
    ctx,
    RecordKindInput.parse({
      key: contracts,
      nameFa: 'قرارداد',
      nameEn: 'Contract',
      pluralFa: 'قراردادها',
      pluralEn: 'Contracts',
      icon: 'clipboard-list',
      color: 'blue',
      party: 'required',
      numberPattern: 'ق-{y}-{n:3}',
      states: [
        { key: 'draft', labelFa: 'پیش‌نویس', labelEn: 'Draft', color: 'gray' },
        { key: 'active', labelFa: 'جاری', labelEn: 'Active', color: 'green' },
        { key: 'ended', labelFa: 'پایان‌یافته', labelEn: 'Ended', color: 'amber' },
      ],
    }),
  )
  const fields = [
    {
      ...ofCustomers,
      key: 'business',
      type: 'oneOf',
      labelFa: 'نوع کسب‌وکار',
      labelEn: 'Kind of business',
      options: optionsOf(businesses),
    },
    { ...ofCustomers, key: 'creditLimit', type: 'money', labelFa: 'سقف اعتبار', labelEn: 'Credit limit' },
    { ...ofCustomers, key: 'branches', type: 'number', labelFa: 'تعداد شعبه‌ها', labelEn: 'Branches' },
    { ...ofCustomers, key: 'partnerSince', type: 'date', labelFa: 'مشتری از', labelEn: 'Customer since' },
    {
      ...ofContracts,
      key: 'service',
      type: 'oneOf',
      labelFa: 'نوع',
      labelEn: 'Kind',
      options: optionsOf(services),
    },
    { ...ofContracts, key: 'amount', type: 'money', labelFa: 'مبلغ', labelEn: 'Amount' },
    { ...ofContracts, key: 'begins', type: 'date', labelFa: 'آغاز', labelEn: 'Begins' },
    { ...ofContracts, key: 'ends', type: 'date', labelFa: 'پایان', labelEn: 'Ends' },
  ]
  for (const [position, field] of fields.entries())
    await createCustomField(ctx, CustomFieldInput.parse({ ...field, position }))
}

/** What the fields of a customer say; some are left empty, as in life. */
export const customerValues = (random: Random, today: string): CustomValues => ({
  business: random.pick(Object.keys(businesses)),
  ...(random.chance(0.6) && { creditLimit: `${random.between(1, 80) * 250_000_000}` }),
  ...(random.chance(0.4) && { branches: random.between(1, 12) }),
  ...(random.chance(0.7) && { partnerSince: addDays(today, -random.between(200, 3000)) }),
})

interface Fill {
  customers: readonly { id: string; name: string; ownerId: string; teamId: string | null }[]
  today: string
}

/** Contracts with some of the customers, of which some have ended. */
export async function addContracts(ctx: Ctx, random: Random, { customers, today }: Fill): Promise<void> {
  for (const { id: partyId, name, ownerId, teamId } of customers) {
    const service = random.pick(Object.keys(services)) as keyof typeof services
    const begins = addDays(today, -random.between(5, 600))
    const ends = addDays(begins, 365)
    await createRecord(
      ctx,
      contracts,
      CreateRecord.parse({
        title: `${services[service].labelFa} – ${name}`,
        state: ends < today ? 'ended' : random.chance(0.2) ? 'draft' : 'active',
        partyId,
        ownerId,
        teamId,
        custom: { service, amount: `${random.between(2, 400) * 100_000_000}`, begins, ends },
      }),
    )
  }
}
