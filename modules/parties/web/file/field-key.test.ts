import { expect, test } from 'vitest'
import { en } from '../../contract/en.ts'
import { fieldKey } from './field-key.ts'

test('every stored field of a party has a name', () => {
  const stored = [
    'displayName',
    'number',
    'honorific',
    'firstName',
    'lastName',
    'firstNameLatin',
    'lastNameLatin',
    'nameLatin',
    'brandName',
    'gender',
    'birthDate',
    'nationalId',
    'legalNationalId',
    'economicCode',
    'registrationNumber',
    'foreignId',
    'fatherName',
    'birthCertificateNo',
    'jobTitle',
    'industryId',
    'leadSourceId',
    'levelId',
    'introducerId',
    'marketerId',
    'ownerId',
    'teamId',
    'nextContactOn',
    'doNotContact',
    'notes',
    'photoFileId',
    'contactPoints',
    'addresses',
    'tags',
    'tagIds',
    'custom',
    'custom.size',
  ]
  for (const field of stored) expect(en, field).toHaveProperty([fieldKey(field)])
})
