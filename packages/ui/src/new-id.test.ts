import { expect, it } from 'vitest'
import { z } from 'zod'
import { newId } from './new-id.ts'

it('makes UUIDs of version 4, each another', () => {
  const made = Array.from({ length: 1000 }, newId)
  expect(new Set(made).size).toBe(1000)
  for (const id of made) expect(z.uuidv4().safeParse(id).success).toBe(true)
})
