import { formatDate, formatMoney, formatNumber, joinList, localizeDigits } from '@peyvand/persian'
import { expect, test } from 'vitest'
import { dataTexts } from '../texts.ts'
import { describeFilter } from './describe-filter.ts'
import type { Filter, FilterField, FilterRelation } from './filter.ts'

const fields: FilterField[] = [
  {
    key: 'owner',
    label: 'مسئول',
    type: 'user',
    options: [
      { value: '1', label: 'علی' },
      { value: '2', label: 'سارا' },
    ],
  },
  { key: 'due', label: 'مهلت', type: 'date' },
  { key: 'value', label: 'ارزش', type: 'money' },
  { key: 'name', label: 'نام', type: 'text' },
  { key: 'active', label: 'فعال', type: 'boolean' },
]
const relations: FilterRelation[] = [
  {
    key: 'calls',
    label: 'تماس',
    fields: [
      { key: 'overdue', label: 'معوق', type: 'boolean' },
      { key: 'at', label: 'زمان', type: 'instant' },
    ],
  },
]
const locale = 'fa' as const
const words = {
  fields,
  relations,
  t: dataTexts.fa,
  format: {
    date: (iso: string) => formatDate(iso, { locale }),
    number: (value: number | bigint | string) => formatNumber(value, { locale }),
    money: (rial: string | bigint) => formatMoney(rial, { locale, unit: 'rial' as const }),
    list: (items: readonly string[]) => joinList(items, locale),
    digits: (text: string | number) => localizeDigits(String(text), locale),
  },
}

test.each<[Filter, string]>([
  [{ field: 'owner', op: 'in', value: ['1', '2'] }, 'مسئول: علی، سارا'],
  [{ field: 'owner', op: 'notIn', value: ['2'] }, 'مسئول: به‌جز سارا'],
  [{ field: 'owner', op: 'empty' }, 'مسئول: خالی'],
  [{ field: 'due', op: 'inPeriod', value: 'thisWeek' }, 'مهلت: این هفته'],
  [{ field: 'due', op: 'lt', value: '2026-11-22' }, 'مهلت: پیش از ۱ آذر ۱۴۰۵'],
  [{ field: 'due', op: 'between', value: ['2026-11-22', '2026-11-23'] }, 'مهلت: ۱ آذر ۱۴۰۵ تا ۲ آذر ۱۴۰۵'],
  [{ field: 'value', op: 'gte', value: '1000000' }, 'ارزش: دست‌کم ۱٬۰۰۰٬۰۰۰ ریال'],
  [{ field: 'name', op: 'contains', value: 'سپهر ۲' }, 'نام: شامل «سپهر ۲»'],
  [{ field: 'active', op: 'eq', value: false }, 'فعال: خیر'],
  [
    {
      or: [{ field: 'owner', op: 'in', value: ['1'] }, { and: [{ field: 'active', op: 'eq', value: true }] }],
    },
    'مسئول: علی یا (فعال: بله)',
  ],
  [{ field: 'due', op: 'notInLast', value: 30 }, 'مهلت: بیش از ۳۰ روز پیش یا هرگز'],
  [{ field: 'due', op: 'inPeriod', value: 'lastFiscalYear' }, 'مهلت: سال مالی گذشته'],
  [{ relation: 'calls', count: { op: 'eq', value: 0 } }, 'بدون تماس'],
  [
    {
      and: [
        { relation: 'calls', count: { op: 'gt', value: 2 } },
        { field: 'owner', op: 'empty' },
      ],
    },
    'بیش از ۲ تماس و مسئول: خالی',
  ],
  [
    {
      relation: 'calls',
      where: {
        and: [
          { field: 'overdue', op: 'eq', value: true },
          { field: 'at', op: 'inLast', value: 7 },
        ],
      },
    },
    'دارای تماس با شرط (معوق: بله و زمان: در ۷ روز گذشته)',
  ],
  [{ field: 'gone', op: 'eq', value: 1 }, 'gone'],
])('%j reads %s', (filter, expected) => {
  expect(describeFilter(filter, words)).toBe(expected)
})
