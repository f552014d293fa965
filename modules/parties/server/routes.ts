import { listChanges, recordAsOf } from '@peyvand/history/server'
import { handle, handleBare, type RouteHandler, unauthenticated } from '@peyvand/platform/server'
import * as contract from '../contract/index.ts'
import { deleteParty, purgeParty, restoreParty } from './bin.ts'
import { startBulk } from './bulk.ts'
import { partyCard } from './cards/party-card.ts'
import { createParty } from './create-party.ts'
import { dismissPair, listDuplicatePairs } from './duplicate-pairs.ts'
import { findDuplicates } from './duplicates.ts'
import { listFieldSources } from './field-sources.ts'
import { startFindingPairs } from './find-duplicate-pairs.ts'
import { createGroup, listGroups, orderGroups, updateGroup } from './groups.ts'
import { createLink, deleteLink, listLinks, updateLink } from './links.ts'
import { describeFields, listBin, listParties, summarizeParties } from './list-parties.ts'
import { convertParty, joinGroup, leaveGroup } from './membership.ts'
import { mergeParties } from './merge-parties.ts'
import { printParty } from './paper/print-party.ts'
import { getPartyFile } from './party-file.ts'
import { partyHistory, restorePartyField } from './party-history.ts'
import { partyRefs } from './party-names.ts'
import { getParty } from './party-queries.ts'
import { places } from './places.ts'
import { revealContact } from './reveal-contact.ts'
import { listShares } from './shares/list-shares.ts'
import { revokeShare, shareParty } from './shares/share-party.ts'
import { getTimeline } from './timeline-reader.ts'
import { updateParty } from './update-party.ts'
import { listRecent, starParty, visitParty } from './visits.ts'

export const partiesRoutes: readonly RouteHandler[] = [
  handle(contract.listPartiesRoute, (ctx, { query }) => listParties(ctx, query)),
  handle(contract.listPartyFieldsRoute, (ctx) => describeFields(ctx)),
  handle(contract.summarizePartiesRoute, (ctx, { query }) => summarizeParties(ctx, query)),
  handle(contract.listPartyNamesRoute, async (ctx, { query }) => ({
    items: [...(await partyRefs(ctx, query.ids)).values()],
  })),
  handle(contract.createPartyRoute, (ctx, { body }) => createParty(ctx, body)),
  handle(contract.getPartyRoute, (ctx, { params }) => getParty(ctx, params.id)),
  handle(contract.revealContactRoute, (ctx, { params, body }) => revealContact(ctx, params.id, body)),
  handle(contract.updatePartyRoute, (ctx, { params, body }) => updateParty(ctx, params.id, body)),
  handle(contract.deletePartyRoute, (ctx, { params }) => deleteParty(ctx, params.id)),
  handle(contract.listBinRoute, (ctx, { query }) => listBin(ctx, query)),
  handle(contract.restorePartyRoute, (ctx, { params }) => restoreParty(ctx, params.id)),
  handle(contract.purgePartyRoute, (ctx, { params }) => purgeParty(ctx, params.id)),
  handle(contract.findDuplicatesRoute, async (ctx, { body }) => ({ items: await findDuplicates(ctx, body) })),
  handle(contract.mergePartiesRoute, (ctx, { body }) => mergeParties(ctx, body)),
  handle(contract.listDuplicatePairsRoute, (ctx, { query }) => listDuplicatePairs(ctx, query)),
  handle(contract.findDuplicatePairsRoute, (ctx) => startFindingPairs(ctx)),
  handle(contract.dismissPairRoute, (ctx, { body }) => dismissPair(ctx, body)),
  handle(contract.bulkPartiesRoute, (ctx, { body }) => startBulk(ctx, body)),

  handle(contract.getPartyFileRoute, (ctx, { params }) => getPartyFile(ctx, params.id)),
  handle(contract.getPartyCardRoute, (ctx, { params, query }) => partyCard(ctx, params.id, query.version), {
    writes: true,
  }),
  // The document is set after the transaction is over: a thread of its own takes as long as it takes.
  handleBare(contract.printPartyRoute, (app, { params, query }, _, actor) => {
    if (!actor) throw unauthenticated()
    return printParty(app, actor, { ...params, ...query })
  }),
  handle(contract.listPartySharesRoute, (ctx, { params }) => listShares(ctx, params.id)),
  handle(contract.sharePartyRoute, (ctx, { params, body }) => shareParty(ctx, params.id, body)),
  handle(contract.revokePartyShareRoute, (ctx, { params }) => revokeShare(ctx, params)),
  handle(contract.listFieldSourcesRoute, async (ctx, { params }) => ({
    items: await listFieldSources(ctx, params.id),
  })),
  handle(contract.getTimelineRoute, (ctx, { params, query }) => getTimeline(ctx, params.id, query)),
  handle(contract.listPartyChangesRoute, (ctx, { params, query }) =>
    listChanges(ctx, partyHistory, { ...params, ...query }),
  ),
  handle(contract.partyAsOfRoute, (ctx, { params, query }) =>
    recordAsOf(ctx, partyHistory, { ...params, ...query }),
  ),
  handle(contract.restorePartyFieldRoute, (ctx, { params, body }) =>
    restorePartyField(ctx, { ...params, ...body }),
  ),
  handle(contract.listRecentPartiesRoute, (ctx, { query }) => listRecent(ctx, query.limit)),
  handle(contract.visitPartyRoute, (ctx, { params }) => visitParty(ctx, params.id)),
  handle(contract.starPartyRoute, (ctx, { params, body }) => starParty(ctx, params.id, body.starred)),

  handle(contract.joinGroupRoute, (ctx, { params, body }) =>
    joinGroup(ctx, { id: params.id, key: params.group, input: body }),
  ),
  handle(contract.leaveGroupRoute, (ctx, { params }) =>
    leaveGroup(ctx, { id: params.id, key: params.group }),
  ),
  handle(contract.convertPartyRoute, (ctx, { params, body }) =>
    convertParty(ctx, { id: params.id, ...body }),
  ),

  handle(contract.listPartyLinksRoute, async (ctx, { params }) => ({
    items: await listLinks(ctx, params.id),
  })),
  handle(contract.createPartyLinkRoute, (ctx, { params, body }) => createLink(ctx, params.id, body)),
  handle(contract.updatePartyLinkRoute, (ctx, { params, body }) =>
    updateLink(ctx, { ...params, change: body }),
  ),
  handle(contract.deletePartyLinkRoute, (ctx, { params }) => deleteLink(ctx, params)),

  handle(contract.listPartyGroupsRoute, async (ctx, { query }) => ({ items: await listGroups(ctx, query) })),
  handle(contract.createPartyGroupRoute, (ctx, { body }) => createGroup(ctx, body)),
  handle(contract.updatePartyGroupRoute, (ctx, { params, body }) => updateGroup(ctx, params.id, body)),
  handle(contract.orderPartyGroupsRoute, async (ctx, { body }) => ({
    items: await orderGroups(ctx, body.ids),
  })),

  handle(contract.listPlacesRoute, async () => places()),
]
