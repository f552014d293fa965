import { type ActivityKind, activityKinds } from '../../contract/index.ts'

/** Where the list of each kind stands. */
export const kindPaths: Readonly<Record<ActivityKind, string>> = {
  letter: '/activities/letters',
  fax: '/activities/faxes',
  call: '/activities/calls',
  task: '/activities/tasks',
  meeting: '/activities/meetings',
  email: '/activities/emails',
  sms: '/activities/sms',
  telegram: '/activities/telegram',
}

/** The kind whose list stands at a path; null for the list of all. */
export const kindOfPath = (path: string): ActivityKind | null =>
  activityKinds.find((kind) => kindPaths[kind] === path) ?? null
