import { expect, test } from 'vitest'
import { formPath, partyFaults } from './party-faults.ts'
import { emptyValues, newAddress, newContactPoint } from './party-form-values.ts'

test('a person needs a name and an organisation needs its own', () => {
  expect(partyFaults(emptyValues('person'))).toEqual({ lastName: 'required' })
  expect(partyFaults(emptyValues('organization'))).toEqual({ name: 'required' })
  expect(partyFaults(emptyValues('person', { firstName: 'زهرا' }))).toEqual({})
  expect(partyFaults(emptyValues('organization', { name: 'پیوند گستر' }))).toEqual({})
})

test('identifiers are checked by their rules in either digits, and only those of the kind', () => {
  const person = (nationalId: string) => partyFaults(emptyValues('person', { lastName: 'راد', nationalId }))
  expect(person('0016369661')).toEqual({})
  expect(person('۰۰۱۶۳۶۹۶۶۱')).toEqual({})
  expect(person('۰۰۱۶۳۶۹۶۶۲')).toEqual({ nationalId: 'parties.nationalId' })
  expect(
    partyFaults(emptyValues('organization', { name: 'آوا', nationalId: '1', legalNationalId: '2' })),
  ).toEqual({ legalNationalId: 'parties.legalNationalId' })
})

test('each row of contact ways is checked by its kind; rows left empty are not', () => {
  const values = emptyValues('person', {
    lastName: 'راد',
    contactPoints: [
      { ...newContactPoint('mobile'), value: '' },
      { ...newContactPoint('mobile'), value: '۰۹۱۲۳۴۵۶۷۸۹' },
      { ...newContactPoint('mobile'), value: '02188776655' },
      { ...newContactPoint('email'), value: 'نه ایمیل' },
    ],
  })
  expect(partyFaults(values)).toEqual({
    'contactPoints.2.value': 'parties.mobile',
    'contactPoints.3.value': 'email',
  })
})

test('a fault of the server finds its row although empty rows were not sent', () => {
  const values = emptyValues('person', {
    contactPoints: [
      newContactPoint('mobile'),
      { ...newContactPoint('mobile'), value: '0912' },
      newContactPoint('email'),
      { ...newContactPoint('email'), value: 'x' },
    ],
    addresses: [newAddress(), { ...newAddress(), city: 'شیراز' }],
  })
  expect(formPath('contactPoints.0.value', values)).toBe('contactPoints.1.value')
  expect(formPath('contactPoints.1.value', values)).toBe('contactPoints.3.value')
  expect(formPath('addresses.0.postalCode', values)).toBe('addresses.1.postalCode')
  expect(formPath('nationalId', values)).toBe('nationalId')
})
