import { expect, test } from 'vitest'
import type { PermissionCatalogue } from '../../contract/index.ts'
import { fromMatrix, matrixActions, toMatrix } from './role-values.ts'

const label = (fa: string) => ({ fa, en: fa })
const records: PermissionCatalogue['records'] = [
  {
    type: 'parties',
    label: label('مخاطبان'),
    actions: [
      { key: 'read', permission: 'parties.read', label: label('مشاهده') },
      { key: 'update', permission: 'parties.update', label: label('ویرایش') },
    ],
    fields: [],
    parts: null,
  },
  {
    type: 'referrals',
    label: label('ارجاعات'),
    actions: [{ key: 'read', permission: 'referrals.read', label: label('مشاهده') }],
    fields: [],
    parts: null,
  },
]

test('grants survive the way into the matrix and back', () => {
  const grants = { 'parties.read': 'team', 'referrals.read': 'own' } as const
  expect(toMatrix(records, grants)['parties']).toEqual({ read: 'team', update: 'none' })
  expect(fromMatrix(records, toMatrix(records, grants))).toEqual(grants)
})

test('actions that several record types have are one column', () => {
  expect(matrixActions(records, 'fa').map(({ id }) => id)).toEqual(['read', 'update'])
})
