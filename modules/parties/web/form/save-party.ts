import { callApi, invalidateTopics } from '@peyvand/platform/web'
import {
  createPartyLinkRoute,
  createPartyRoute,
  deletePartyLinkRoute,
  type Party,
  type PartyLink,
  updatePartyRoute,
} from '../../contract/index.ts'
import { changeBody, createBody, type PartyFormValues } from './party-form-values.ts'

type Options = { acceptDuplicates: boolean }

/** Makes the party and relates it to its employer. @throws ApiProblem */
export async function createFromForm(values: PartyFormValues, { acceptDuplicates }: Options): Promise<Party> {
  const party = await callApi(
    createPartyRoute,
    { body: { ...createBody(values), acceptDuplicates } as never },
    { idempotencyKey: crypto.randomUUID() },
  )
  if (values.kind === 'person' && values.worksForId) await linkEmployer(party.id, values.worksForId)
  await invalidateTopics(['parties', 'party-groups'])
  return party
}

interface Edited {
  party: Party
  links: readonly PartyLink[]
  before: PartyFormValues
}

/** Writes what was changed; a changed employer is a changed relation. @throws ApiProblem */
export async function saveFromForm(
  values: PartyFormValues,
  { party, links, before }: Edited,
  { acceptDuplicates }: Options,
): Promise<void> {
  const body = changeBody(values, before)
  if (Object.keys(body).length > 0) {
    await callApi(updatePartyRoute, {
      params: { id: party.id },
      body: { ...body, version: party.version, acceptDuplicates } as never,
    })
  }
  if (values.worksForId !== before.worksForId) {
    const old = links.find(
      ({ label, inverse, other }) => label === 'worksFor' && !inverse && other.id === before.worksForId,
    )
    if (old) await callApi(deletePartyLinkRoute, { params: { id: party.id, linkId: old.id } })
    if (values.worksForId) await linkEmployer(party.id, values.worksForId)
  }
  await invalidateTopics(['parties'])
}

const linkEmployer = (id: string, otherId: string) =>
  callApi(createPartyLinkRoute, { params: { id }, body: { label: 'worksFor', otherId, primary: true } })
