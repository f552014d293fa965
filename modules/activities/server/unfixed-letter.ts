import { isDeepStrictEqual } from 'node:util'
import { cleanBody, cleanText } from '@peyvand/persian'
import { AppError, askHook, type Ctx } from '@peyvand/platform/server'
import type { Activity, ActivityChange } from '../contract/index.ts'
import type { ActivityRecord } from './activity-access.ts'
import { type Details, detailsFrom } from './activity-details.ts'
import { letterIsFixed, withheldActions } from './letter-hooks.ts'

/**
 * What stands in an issued letter stays as it was sent out; the rest of the activity may change.
 * @throws AppError activities.letterFixed (409)
 */
export async function requireUnfixed(
  ctx: Ctx,
  before: ActivityRecord,
  { change, oldDetails }: { change: ActivityChange; oldDetails: Details },
): Promise<void> {
  if (before.kind !== 'letter' || !changesText(before, { change, oldDetails })) return
  if ((await askHook(ctx, letterIsFixed, { activityId: before.id })).includes(true))
    throw new AppError('activities.letterFixed', { status: 409 })
}

function changesText(
  before: ActivityRecord,
  { change, oldDetails }: { change: ActivityChange; oldDetails: Details },
): boolean {
  const { subject, body, direction, letter } = change
  return (
    (subject !== undefined && cleanText(subject) !== before.subject) ||
    (body !== undefined && (body ? cleanBody(body) : null) !== (before.body || null)) ||
    (direction !== undefined && direction !== before.direction) ||
    (letter !== undefined &&
      !isDeepStrictEqual(detailsFrom('letter', change, oldDetails).letter, oldDetails.letter))
  )
}

/** The actions of a letter but those that its keeper does in another way. */
export async function lettersActions(
  ctx: Ctx,
  { id, kind }: ActivityRecord,
  can: Activity['can'],
): Promise<Activity['can']> {
  if (kind !== 'letter' || can.actions.length === 0) return can
  const withheld = (await askHook(ctx, withheldActions, { activityId: id })).flat()
  return { ...can, actions: can.actions.filter((action) => !withheld.includes(action)) }
}
