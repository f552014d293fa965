import { expect, test } from 'vitest'
import { CreateParty, type Party, UpdateParty } from '../../contract/index.ts'
import { changeBody, createBody, emptyValues, newContactPoint, valuesOf } from './party-form-values.ts'

const stored: Party = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  kind: 'person',
  number: '00012',
  name: 'زهرا راد',
  honorific: 'سرکار خانم',
  firstName: 'زهرا',
  lastName: 'راد',
  firstNameLatin: null,
  lastNameLatin: null,
  nameLatin: null,
  brandName: null,
  gender: 'female',
  birthDate: '1990-03-21',
  nationalId: '0016369661',
  legalNationalId: null,
  economicCode: null,
  registrationNumber: null,
  foreignId: null,
  fatherName: null,
  birthCertificateNo: null,
  jobTitle: 'مدیر فروش',
  industry: null,
  leadSource: null,
  level: { id: '0199aaaa-0000-7000-8000-000000000002', name: 'طلایی' },
  introducer: null,
  marketer: null,
  owner: { id: '0199aaaa-0000-7000-8000-000000000003', name: 'علی' },
  team: null,
  nextContactOn: null,
  lastContactAt: null,
  doNotContact: false,
  notes: null,
  photoFileId: null,
  groups: [],
  contactPoints: [
    {
      id: '0199aaaa-0000-7000-8000-000000000004',
      type: 'phone',
      value: '+982188776655',
      extension: '12',
      label: null,
      primary: true,
      verified: false,
      optOut: false,
    },
  ],
  addresses: [],
  tags: [],
  worksFor: null,
  links: 0,
  custom: {},
  sourceKind: 'manual',
  sourceId: null,
  starred: false,
  version: 3,
  createdAt: '2026-11-01T08:00:00.000Z',
  createdBy: null,
  updatedAt: '2026-11-01T08:00:00.000Z',
  updatedBy: null,
  deletedAt: null,
  mergedInto: null,
  fieldRules: {},
  can: { update: true, delete: true, restore: false, purge: false },
}

test('a new party is sent with what was filled only, in a form the contract accepts', () => {
  const values = emptyValues('person', {
    firstName: 'زهرا',
    lastName: 'راد',
    name: 'left over from another kind',
    groups: ['leads'],
    contactPoints: [newContactPoint('mobile'), { ...newContactPoint('mobile'), value: '۰۹۱۲۳۴۵۶۷۸۹' }],
  })
  const body = createBody(values)
  expect(Object.keys(body).toSorted()).toEqual(['contactPoints', 'firstName', 'groups', 'kind', 'lastName'])
  expect(CreateParty.parse(body).contactPoints?.[0]?.value).toBe('+989123456789')
})

test('saving an untouched record sends nothing', () => {
  const values = valuesOf(stored)
  expect(changeBody(values, values)).toEqual({})
})

test('only what was changed is sent, and a cleared reference as null', () => {
  const before = valuesOf(stored)
  const body = changeBody({ ...before, levelId: null, jobTitle: 'مدیرعامل' }, before)
  expect(body).toEqual({ levelId: null, jobTitle: 'مدیرعامل' })
  expect(UpdateParty.safeParse({ version: stored.version, ...body }).success).toBe(true)
})

test('an extension survives being shown and written again', () => {
  const values = valuesOf(stored)
  const parsed = UpdateParty.parse({ version: 3, contactPoints: values.contactPoints })
  expect(parsed.contactPoints?.[0]).toMatchObject({ value: '+982188776655', extension: '12' })
})
