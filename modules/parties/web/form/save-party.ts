import { callApi, invalidateTopics, type Sent, sendOrKeep } from '@peyvand/platform/web'
import {
  createPartyLinkRoute,
  createPartyRoute,
  deletePartyLinkRoute,
  type Party,
  type PartyLink,
  updatePartyRoute,
} from '../../contract/index.ts'
import { employerDraft, newPartyDraft } from '../offline.ts'
import { changeBody, createBody, type PartyFormValues } from './party-form-values.ts'

type Options = { acceptDuplicates: boolean; replaces?: string | undefined }

/** Makes the party and relates it to its employer; without the server both wait on this device. @throws ApiProblem */
export async function createFromForm(
  values: PartyFormValues,
  { acceptDuplicates, replaces }: Options,
): Promise<Sent<typeof createPartyRoute>> {
  const title = nameOf(values)
  const sent = await sendOrKeep({
    kind: newPartyDraft,
    title,
    route: createPartyRoute,
    call: { body: { ...createBody(values), acceptDuplicates } as never },
    form: values,
    replaces,
  })
  if (values.kind === 'person' && values.worksForId)
    await sendOrKeep({
      kind: employerDraft,
      title,
      route: createPartyLinkRoute,
      call: employer(sent.isKept ? sent.id : sent.answer.id, values.worksForId),
      form: null,
    })
  await invalidateTopics(['parties', 'party-groups'])
  return sent
}

/** The name that the party will have, as far as the form knows it. */
export const nameOf = ({ kind, name, firstName, lastName }: PartyFormValues): string =>
  (kind === 'person' ? [firstName, lastName] : [name]).filter(Boolean).join(' ')

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
    if (values.worksForId) await callApi(createPartyLinkRoute, employer(party.id, values.worksForId))
  }
  await invalidateTopics(['parties'])
}

const employer = (id: string, otherId: string) => ({
  params: { id },
  body: { label: 'worksFor' as const, otherId, primary: true },
})
