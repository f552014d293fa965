/** Rows for the gallery and the tests: made by rule, the same every time. */
export type SampleRow = {
  id: string
  name: string
  company: string
  stage: 'new' | 'qualified' | 'offer' | 'talks'
  value: string
  phone: string
  updatedAt: string
}

const names = [
  'بهرام رضایی',
  'علی رضایی',
  'لیلا احمدی',
  'پویا صادقی',
  'نرگس نیک‌نژاد',
  'امیر کریمی',
  'مریم یوسفی',
  'سارا صادقی',
]
const latinNames = [
  'Bahram Rezaei',
  'Ali Rezaei',
  'Leila Ahmadi',
  'Pouya Sadeghi',
  'Narges Niknejad',
  'Amir Karimi',
  'Maryam Yousefi',
  'Sara Sadeghi',
]
const companies = [
  'داروسازی سپهر',
  'لبنیات دماوند',
  'فولاد آریا',
  'تجهیز پزشکی مهر',
  'ساختمانی پارس',
  'فناوری رایان',
]
const latinCompanies = [
  'Sepehr Pharma',
  'Damavand Dairy',
  'Arya Steel',
  'Mehr Medical',
  'Pars Construction',
  'Rayan Technology',
]
const stages = ['new', 'qualified', 'offer', 'talks'] as const

const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T

export const sampleRows = (count: number, locale: 'fa' | 'en' = 'fa'): readonly SampleRow[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `row-${i}`,
    name: at(locale === 'fa' ? names : latinNames, i * 5 + 1),
    company: at(locale === 'fa' ? companies : latinCompanies, i * 7 + 2),
    stage: at(stages, i * 3 + (i >> 3)),
    value: String(((i * 7919) % 9000) * 1_000_000),
    phone: `+98912${String(1_000_000 + ((i * 7907) % 8_999_999)).slice(0, 7)}`,
    updatedAt: new Date(Date.UTC(2026, 10, 22, 8) - i * 3_600_000 * 7).toISOString(),
  }))
