import { listTagsRoute, listValueListsRoute } from '@peyvand/customization/contract'
import { listColleaguesRoute, listTeamsRoute } from '@peyvand/identity/contract'
import { type OfflinePart, prefetchRoute, type Waiting } from '@peyvand/platform/web'
import { lazyPart } from '@peyvand/ui'
import {
  createPartyLinkRoute,
  createPartyRoute,
  getPartyFileRoute,
  getPartyRoute,
  listPartyGroupsRoute,
  listRecentPartiesRoute,
} from '../contract/index.ts'
import type { PartyFormValues } from './form/party-form-values.ts'
import { openQuickCreate } from './form/quick-create-store.ts'

const Twins = lazyPart(async () => (await import('./form/twins.tsx')).Twins)

/** The kinds of what waits to be sent. */
export const newPartyDraft = 'parties.new'
export const employerDraft = 'parties.employer'

const readAhead = 8

/** The files opened last, the lists that forms choose from, and parties met on the way. */
export const partiesOffline: OfflinePart = {
  reads: [
    { route: getPartyFileRoute, most: 40 },
    { route: getPartyRoute, most: 40 },
    { route: listRecentPartiesRoute, most: 2 },
    { route: listPartyGroupsRoute, most: 2, isFrame: true },
    { route: listValueListsRoute, most: 1, isFrame: true },
    { route: listTagsRoute, most: 2, isFrame: true },
    { route: listColleaguesRoute, most: 2, isFrame: true },
    { route: listTeamsRoute, most: 1, isFrame: true },
  ],
  drafts: [
    {
      kind: newPartyDraft,
      label: 'parties.form.new',
      route: createPartyRoute,
      topics: ['parties', 'party-groups'],
      edit: ({ id, form }) => openQuickCreate({ values: form as PartyFormValues, replaces: id }),
      Theirs: Twins,
      nevertheless: inSpiteOfDuplicates,
    },
    {
      kind: employerDraft,
      label: 'parties.field.worksFor',
      route: createPartyLinkRoute,
      topics: ['parties'],
    },
  ],
  prepare: async () => {
    const { starred, recent } = await prefetchRoute(listRecentPartiesRoute, { query: { limit: readAhead } })
    const ids = new Set([...recent, ...starred].map(({ id }) => id))
    for (const id of ids) await prefetchRoute(getPartyFileRoute, { params: { id } })
  },
}

function inSpiteOfDuplicates({ call, problem }: Waiting): Waiting['call'] | null {
  if (problem?.code !== 'parties.duplicate') return null
  return { ...call, body: { ...(call['body'] as object), acceptDuplicates: true } }
}
