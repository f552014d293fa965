import type { OfflinePart } from '@peyvand/platform/web'
import { activityFieldsRoute, createActivityRoute, getActivityRoute, homeRoute } from '../contract/index.ts'
import { openComposer } from './composer/composer-store.ts'
import type { ActivityFormValues } from './form/activity-form-values.ts'

/** The kind of a new activity that waits to be sent. */
export const newActivityDraft = 'activities.new'

/** My day, the activities looked at last, and new ones written on the way. */
export const activitiesOffline: OfflinePart = {
  reads: [
    { route: homeRoute, most: 1 },
    { route: getActivityRoute, most: 60 },
    { route: activityFieldsRoute, most: 1, isFrame: true },
  ],
  drafts: [
    {
      kind: newActivityDraft,
      label: 'activities.form.new',
      route: createActivityRoute,
      topics: ['activities', 'home', 'parties', 'worklists', 'referrals', 'files'],
      words: ({ form }) => (form as ActivityFormValues).body,
      edit: ({ id, form }) => {
        const values = form as ActivityFormValues
        openComposer({ kind: values.kind, values, replaces: id })
      },
    },
  ],
}
