import { defineRoute, Id, IdParams, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

export const SignerInput = z.object({
  /** As printed below the signature. */
  name: z.string().trim().min(1).max(120),
  title: z.string().trim().max(120).default(''),
  /** The user whose signature it is: only they, and who has the right to, put it under letters. */
  userId: Id.nullable().default(null),
  signatureId: Id.nullable().default(null),
})
export type SignerInput = z.output<typeof SignerInput>

export const SignerChange = SignerInput.partial().extend({
  version: z.number().int(),
  archived: z.boolean().optional(),
})
export type SignerChange = z.output<typeof SignerChange>

/** Who signs letters (امضاکننده). */
export const Signer = z.object({
  id: Id,
  name: z.string(),
  title: z.string(),
  user: Ref.nullable(),
  signatureId: Id.nullable(),
  archived: z.boolean(),
  version: z.number().int(),
  can: z.object({
    /** Put the picture of the signature under a letter. */
    sign: z.boolean(),
  }),
})
export type Signer = z.infer<typeof Signer>

export const listSignersRoute = defineRoute({
  method: 'GET',
  path: '/letter-signers',
  summary: 'Who may sign letters',
  permission: 'activities.read',
  answer: z.object({ items: z.array(Signer) }),
})

export const createSignerRoute = defineRoute({
  method: 'POST',
  path: '/letter-signers',
  summary: 'Name somebody who signs letters',
  permission: 'letters.manage',
  body: SignerInput,
  answer: Signer,
  status: 201,
})

export const updateSignerRoute = defineRoute({
  method: 'PATCH',
  path: '/letter-signers/:id',
  summary: 'Change a signer; issued letters keep what stood under them',
  permission: 'letters.manage',
  params: IdParams,
  body: SignerChange,
  answer: Signer,
})
