import type { ValueListDefinition } from '@peyvand/customization/server'
import type { Locale } from '@peyvand/platform/contract'
import type { Outcome } from '../contract/index.ts'

/** Why deals are lost. */
export const lostReasons: ValueListDefinition = {
  key: 'lostReasons',
  fa: 'دلایل از دست رفتن فرصت',
  en: 'Lost reasons',
  values: [
    { key: 'price', fa: 'قیمت', en: 'Price' },
    { key: 'competitor', fa: 'انتخاب رقیب', en: 'Chose a competitor' },
    { key: 'budget', fa: 'نبود بودجه', en: 'No budget' },
    { key: 'delivery', fa: 'زمان تحویل', en: 'Delivery time' },
    { key: 'payment', fa: 'شرایط پرداخت', en: 'Payment terms' },
    { key: 'feature', fa: 'نداشتن ویژگی لازم', en: 'Missing feature' },
    { key: 'noAnswer', fa: 'پاسخ ندادن مشتری', en: 'No answer' },
    { key: 'cancelled', fa: 'منصرف شدن از خرید', en: 'Purchase called off' },
  ],
}

interface ReadyStage {
  fa: string
  en: string
  outcome: Outcome
  probability: number
  staleDays: number | null
}

const readyStages: readonly ReadyStage[] = [
  { fa: 'شناسایی نیاز', en: 'Needs found', outcome: 'open', probability: 10, staleDays: 14 },
  { fa: 'ارائه و دمو', en: 'Presentation', outcome: 'open', probability: 30, staleDays: 14 },
  { fa: 'پیش‌فاکتور', en: 'Quote', outcome: 'open', probability: 50, staleDays: 10 },
  { fa: 'مذاکره', en: 'Negotiation', outcome: 'open', probability: 75, staleDays: 10 },
  { fa: 'معلق', en: 'On hold', outcome: 'hold', probability: 20, staleDays: 60 },
  { fa: 'فروش موفق', en: 'Won', outcome: 'won', probability: 100, staleDays: null },
  { fa: 'از دست رفته', en: 'Lost', outcome: 'lost', probability: 0, staleDays: null },
]

/** The pipeline that a firm starts with. */
export const readyPipeline = (locale: Locale) => ({
  name: locale === 'fa' ? 'کاریز فروش' : 'Sales pipeline',
  teamId: null,
  stages: readyStages.map(({ fa, en, ...stage }) => ({
    ...stage,
    name: locale === 'fa' ? fa : en,
    requiredFields: [],
    checklist: [],
  })),
})
