export { setNextContact, touchLastContact } from './contact-dates.ts'
export {
  canSeeParty,
  type PartyHead,
  requireParties,
  requireParty,
  visibleParties,
} from './party-access.ts'
export { partiesInUse, partyAlerts, partyCounts, partyNextSteps } from './party-hooks.ts'
export { partyName, partyRef, partyRefOf, partyRefs } from './party-names.ts'
export { removeTimeline, writeTimeline } from './timeline-writer.ts'
