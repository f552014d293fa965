export { purgeParties } from './bin.ts'
export { type CardParty, type CardVersion, writeCard } from './cards/write-card.ts'
export { setNextContact, takeBackLastContact, touchLastContact } from './contact-dates.ts'
export { createParty } from './create-party.ts'
export { importedRows } from './field-sources.ts'
export { knowsGroup, reachesGroups } from './group-limits.ts'
export { groupByKey } from './group-queries.ts'
export { listGroups } from './groups.ts'
export { type ImportCandidate, importCandidates } from './import-candidates.ts'
export {
  binImported,
  changeImported,
  type ImportedValues,
  type ImportTrace,
  undoImported,
} from './import-changes.ts'
export { importStays } from './import-stays.ts'
export { drawFileNumbers, insertParties, type PartyDraft, type Provenance } from './insert-parties.ts'
export { insertLink, insertLinks, type PartyLinkDraft } from './links.ts'
export { describeFields, listParties, permittedFields, permittedSource } from './list-parties.ts'
export { findMatches, type Matches, type MatchProbe, matchProbe } from './match-parties.ts'
export { convertParty, joinGroup } from './membership.ts'
export { membersOf, type Place, putPlaceBack } from './membership-rows.ts'
export { partiesModule } from './module.ts'
export { timelineActivities } from './paper/activity-section.ts'
export {
  canSeeParty,
  type PartyHead,
  requireParties,
  requireParty,
  seesEveryParty,
  visibleParties,
} from './party-access.ts'
export { primaryPhone } from './party-columns.ts'
export { partyEmails } from './party-emails.ts'
export { shownPhone } from './party-field-rules.ts'
export {
  groupJoined,
  partiesInUse,
  partiesWorkedOn,
  partyAlerts,
  partyCounts,
  partyNextSteps,
  timelineSubjects,
} from './party-hooks.ts'
export { partyName, partyRef, partyRefOf, partyRefs } from './party-names.ts'
export { getParty, partiesByIds } from './party-queries.ts'
export { type PartyReference, partyReferences } from './party-references.ts'
export { isFound } from './party-search.ts'
export { partyStanding } from './party-standing.ts'
export { removeTimeline, writeTimeline } from './timeline-writer.ts'
export { updateParty } from './update-party.ts'
