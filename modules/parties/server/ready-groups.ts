import type { Color } from '@peyvand/customization/contract'
import { defineSeries } from '@peyvand/customization/server'
import { type Ctx, json, newId } from '@peyvand/platform/server'
import type { GroupState, ReadyGroupKey } from '../contract/index.ts'
import { fileNumberSeries } from './insert-parties.ts'
import './tables.ts'

interface ReadyGroup {
  key: ReadyGroupKey
  fa: string
  en: string
  icon: string
  color: Color
  states: GroupState[]
}

const state = (key: string, labelFa: string, labelEn: string, color: Color): GroupState => ({
  key,
  labelFa,
  labelEn,
  color,
})

/** The nine groups of a new firm, in the order of the menu, with the steps that are usual in each. */
const readyGroups: readonly ReadyGroup[] = [
  {
    key: 'leads',
    fa: 'سرنخ‌ها',
    en: 'Leads',
    icon: 'sparkles',
    color: 'amber',
    states: [
      state('new', 'جدید', 'New', 'blue'),
      state('contacted', 'تماس گرفته‌شده', 'Contacted', 'indigo'),
      state('qualified', 'واجد شرایط', 'Qualified', 'green'),
      state('disqualified', 'فاقد شرایط', 'Disqualified', 'gray'),
    ],
  },
  {
    key: 'customers',
    fa: 'مشتریان',
    en: 'Customers',
    icon: 'handshake',
    color: 'green',
    states: [
      state('active', 'فعال', 'Active', 'green'),
      state('inactive', 'غیرفعال', 'Inactive', 'gray'),
      state('former', 'مشتری سابق', 'Former', 'red'),
    ],
  },
  { key: 'persons', fa: 'افراد', en: 'Persons', icon: 'user', color: 'blue', states: [] },
  { key: 'marketers', fa: 'بازاریابان', en: 'Marketers', icon: 'megaphone', color: 'orange', states: [] },
  {
    key: 'partners',
    fa: 'همکاران و تأمین‌کنندگان',
    en: 'Partners and suppliers',
    icon: 'truck',
    color: 'teal',
    states: [],
  },
  { key: 'competitors', fa: 'رقبا', en: 'Competitors', icon: 'swords', color: 'red', states: [] },
  { key: 'employees', fa: 'کارکنان', en: 'Employees', icon: 'id-card', color: 'indigo', states: [] },
  {
    key: 'applicants',
    fa: 'متقاضیان استخدام',
    en: 'Job applicants',
    icon: 'file-user',
    color: 'purple',
    states: [
      state('new', 'جدید', 'New', 'blue'),
      state('interview', 'مصاحبه', 'Interview', 'indigo'),
      state('hired', 'استخدام‌شده', 'Hired', 'green'),
      state('rejected', 'رد شده', 'Rejected', 'gray'),
    ],
  },
  { key: 'miscellaneous', fa: 'متفرقه', en: 'Miscellaneous', icon: 'shapes', color: 'gray', states: [] },
]

/** Gives a firm the nine groups and the series of file numbers; safe to repeat. */
export async function seedParties(ctx: Ctx): Promise<void> {
  await ctx.db
    .insertInto('partyGroups')
    .values(
      readyGroups.map(({ key, fa, en, icon, color, states }, index) => ({
        tenantId: ctx.tenantId,
        id: newId(),
        key,
        nameFa: fa,
        nameEn: en,
        icon,
        color,
        numberPattern: null,
        states: json(states),
        position: index + 1,
        ready: true,
        archivedAt: null,
      })),
    )
    .onConflict((oc) => oc.doNothing())
    .execute()
  await defineSeries(ctx, {
    key: fileNumberSeries,
    labelFa: 'شماره پرونده',
    labelEn: 'File number',
    pattern: '{n:5}',
  })
}
