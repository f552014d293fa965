import { expect, test } from 'vitest'
import { en } from '../../contract/en.ts'
import { plainPartyFields } from '../../contract/index.ts'
import { fieldKey } from './field-key.ts'

test('every stored field of a party has a name', () => {
  const stored = [
    'displayName',
    ...plainPartyFields,
    'contactPoints',
    'addresses',
    'tags',
    'tagIds',
    'custom',
    'custom.size',
  ]
  for (const field of stored) expect(en, field).toHaveProperty([fieldKey(field)])
})
