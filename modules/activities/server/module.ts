import { listValueCounted, listValueMerged } from '@peyvand/customization/server'
import { canChangeRecord, canSeeRecord } from '@peyvand/files/server'
import { teamDeleted } from '@peyvand/identity/contract'
import {
  accessAsked,
  changeWithheld,
  handOverWork,
  recordsWithheld,
  workOfUser,
} from '@peyvand/identity/server'
import { partyPurged, partyUnmerged } from '@peyvand/parties/contract'
import {
  partiesInUse,
  partiesWorkedOn,
  partyAlerts,
  partyCounts,
  partyNextSteps,
  partyReferences,
  timelineActivities,
} from '@peyvand/parties/server'
import {
  conditionFieldsHook,
  defineModule,
  fill,
  listRelationsHook,
  on,
  presentRecordsHook,
  searchHook,
} from '@peyvand/platform/server'
import { sql } from 'kysely'
import { en } from '../contract/en.ts'
import { fa } from '../contract/fa.ts'
import {
  activitiesPermissions,
  activityCancelled,
  activityCreated,
  activityDeleted,
  activityFinished,
  activityReopened,
  activityRestored,
  activityUpdated,
  invitationAnswered,
} from '../contract/index.ts'
import { activityKinds } from '../contract/kinds.ts'
import { canSeeActivity, closedActivities, reaches, requireActivity } from './activity-access.ts'
import { searchActivities } from './activity-search.ts'
import { bulkActivityChange } from './bulk-activities.ts'
import { activityConditionFields } from './condition-fields.ts'
import { explainActivityAccess } from './explain-activity-access.ts'
import { activitiesOfUser, handOverActivities } from './hand-over.ts'
import { activitiesOfParty } from './list-relations.ts'
import { countResult, moveResults, moveTeamActivities } from './listeners.ts'
import { activityTables } from './migrations/20261122T1100-activities.ts'
import { openActivitiesIndex } from './migrations/20261122T1500-open-activities.ts'
import { monthlyOnColumn } from './migrations/20261122T1600-monthly-on.ts'
import { letterRegister } from './migrations/20261122T1700-letter-register.ts'
import { bulkAfter } from './migrations/20261122T2310-bulk-after.ts'
import { seriesIndex } from './migrations/20261123T1130-series-index.ts'
import { ownWords } from './migrations/20261124T1040-own-words.ts'
import {
  alertsOfParty,
  countsOfParty,
  forgetParty,
  isAnyInUse,
  nextStepsOfParty,
  partiesWithActivities,
  referencesToParties,
  returnToFile,
} from './party-file.ts'
import { missedOccurrencesJob } from './recurrence-job.ts'
import { activityRoutes } from './routes.ts'
import { undoActivityDeletion } from './undo-delete.ts'
import { withholdsField } from './withheld-numbers.ts'

export const activitiesModule = defineModule({
  name: 'activities',
  texts: { fa, en },
  permissions: activitiesPermissions,
  errors: {
    'activities.notFound': 404,
    'activities.notInvited': 409,
    'activities.occurrenceTaken': 409,
    'activities.noSuchOccurrence': 404,
    'activities.notOpen': 409,
    'activities.letterFixed': 409,
    'transition.notAllowed': 409,
  },
  events: [
    activityCreated,
    activityUpdated,
    activityFinished,
    activityCancelled,
    activityReopened,
    activityDeleted,
    activityRestored,
    invitationAnswered,
  ],
  routes: activityRoutes,
  migrations: [
    activityTables,
    openActivitiesIndex,
    monthlyOnColumn,
    letterRegister,
    bulkAfter,
    seriesIndex,
    ownWords,
  ],
  listeners: [
    on(partyUnmerged, 'activities.returnToFile', returnToFile),
    on(partyPurged, 'activities.forgetParty', forgetParty),
    on(teamDeleted, 'activities.moveToParentTeam', moveTeamActivities),
  ],
  jobs: [bulkActivityChange.job, missedOccurrencesJob],
  undo: [bulkActivityChange.undo, undoActivityDeletion],
  live: [{ topic: 'activities', canSee: canSeeActivity }],
  extensible: ['activities'],
  extends: [
    fill(listValueMerged, moveResults),
    fill(listValueCounted, countResult),
    fill(searchHook, searchActivities),
    fill(conditionFieldsHook, async (ctx, { record }) =>
      record === 'activities' ? activityConditionFields(ctx) : [],
    ),
    fill(recordsWithheld, async (ctx, { record, ids }) =>
      record === 'activities' ? closedActivities(ctx, ids) : [],
    ),
    fill(workOfUser, (ctx, { userId }) => activitiesOfUser(ctx, userId)),
    fill(handOverWork, handOverActivities),
    fill(changeWithheld, async (ctx, { record, field }) =>
      record === 'activities' ? withholdsField(ctx, field) : false,
    ),
    fill(accessAsked, async (ctx, { record, recordId }) =>
      record === 'activities' ? explainActivityAccess(ctx, recordId) : null,
    ),
    fill(presentRecordsHook, async (ctx, { record }) =>
      record === 'activities'
        ? sql`select id from activities where tenant_id = ${ctx.tenantId} and deleted_at is null`
        : null,
    ),
    fill(canSeeRecord, async (ctx, { record, recordId }) =>
      record === 'activities' ? canSeeActivity(ctx, recordId) : null,
    ),
    fill(canChangeRecord, async (ctx, { record, recordId }) =>
      record === 'activities'
        ? reaches(ctx, 'activities.update', await requireActivity(ctx, recordId))
        : null,
    ),
    fill(listRelationsHook, activitiesOfParty),
    fill(timelineActivities, async () =>
      Object.fromEntries(activityKinds.map((kind) => [kind, `activities.kind.${kind}`])),
    ),
    fill(partyAlerts, alertsOfParty),
    fill(partyNextSteps, nextStepsOfParty),
    fill(partyCounts, countsOfParty),
    fill(partiesInUse, isAnyInUse),
    fill(partiesWorkedOn, partiesWithActivities),
    fill(partyReferences, referencesToParties),
  ],
})
