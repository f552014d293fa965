import type { Locale } from '@peyvand/platform/contract'

const fa = [
  [
    'نام شرکت',
    'نام و نام خانوادگی',
    'سمت',
    'تلفن همراه',
    'تلفن',
    'ایمیل',
    'استان',
    'شهر',
    'نشانی',
    'تاریخ تماس بعدی',
    'یادداشت‌ها',
  ],
  [
    'پولاد گستر سپهر',
    'مریم کریمی',
    'مدیر بازرگانی',
    '۰۹۱۲۳۴۵۶۷۸۹',
    '۰۲۱۸۸۷۷۶۶۵۵',
    'karimi@example.com',
    'تهران',
    'تهران',
    'خیابان شریعتی، پلاک ۱۲',
    '۱۴۰۵/۰۹/۱۵',
    'آشنایی در نمایشگاه',
  ],
  ['', 'رضا احمدی', '', '09131112233', '', '', 'اصفهان', 'اصفهان', '', '1405-10-01', ''],
]

const en = [
  [
    'Organisation',
    'Full name',
    'Job title',
    'Mobile',
    'Phone',
    'E-mail',
    'Province',
    'City',
    'Address',
    'Next contact',
    'Notes',
  ],
  [
    'Pulad Gostar',
    'Maryam Karimi',
    'Sales manager',
    '09123456789',
    '02188776655',
    'karimi@example.com',
    'Tehran',
    'Tehran',
    '12 Shariati Street',
    '2026-12-06',
    'Met at the fair',
  ],
  ['', 'Reza Ahmadi', '', '09131112233', '', '', 'Isfahan', 'Isfahan', '', '2026-12-22', ''],
]

/** A small file whose columns are all understood; the mark at its start tells Excel that it is UTF-8. */
export const sampleFile = (locale: Locale): Blob =>
  new Blob(['\ufeff', (locale === 'fa' ? fa : en).map((cells) => cells.map(quoted).join(',')).join('\r\n')], {
    type: 'text/csv;charset=utf-8',
  })

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
