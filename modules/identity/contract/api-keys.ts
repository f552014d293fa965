import { defineRoute, Id, IdParams, Instant, Ref } from '@peyvand/platform/contract'
import { z } from 'zod'

export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  /** The first signs of the key, to tell keys apart. */
  prefix: z.string(),
  user: Ref,
  /** `*`, or permissions (`parties.read`); never more than the user's own rights. */
  scopes: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>

export const CreateApiKey = z.object({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.string().max(80)).min(1).max(500),
  expiresAt: Instant.nullable().default(null),
})
export type CreateApiKey = z.output<typeof CreateApiKey>

export const listApiKeysRoute = defineRoute({
  method: 'GET',
  path: '/api-keys',
  summary: 'The API keys of the firm',
  permission: 'apiKeys.manage',
  answer: z.object({ items: z.array(ApiKey) }),
})

export const createApiKeyRoute = defineRoute({
  method: 'POST',
  path: '/api-keys',
  summary: 'Make an API key that acts for me; the key itself is shown this once',
  permission: 'apiKeys.manage',
  body: CreateApiKey,
  answer: z.object({ apiKey: ApiKey, key: z.string() }),
  status: 201,
  holdsSecret: true,
  errors: ['session.needed', 'apiKeys.unknownScope'],
})

export const revokeApiKeyRoute = defineRoute({
  method: 'DELETE',
  path: '/api-keys/:id',
  summary: 'Make an API key useless',
  permission: 'apiKeys.manage',
  params: IdParams,
  answer: 'none',
  errors: ['users.above'],
})
