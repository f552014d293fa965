import { type Ctx, checkCustomValues, readCustomValues } from '@peyvand/platform/server'
import type { ActivityTransition } from '../contract/index.ts'
import type { ActivityRecord } from './activity-access.ts'

/**
 * The own values that come with a transition, checked: a required field that the result brings to sight is asked for.
 * @throws AppError badInput (400) at `custom.<key>`
 */
export const checkResultFields = (
  ctx: Ctx,
  before: ActivityRecord,
  { resultId = before.resultId, custom = {} }: Pick<ActivityTransition, 'resultId' | 'custom'>,
) =>
  checkCustomValues(ctx, {
    record: 'activities',
    values: custom,
    appliesTo: [before.kind],
    stored: readCustomValues(before.custom),
    facts: { ...before, resultId },
    factsBefore: before,
  })
