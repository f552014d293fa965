import { getActivity, updateActivity } from '@peyvand/activities/server'
import { isValueInUse } from '@peyvand/customization/server'
import type { Ctx } from '@peyvand/platform/server'

interface Outcome {
  activityId: string
  resultId: string | null
}

/**
 * Gives a call the result of the outcome that its script came to. A call that the caller may not change stays as it
 * is, and so does one whose result would be a value that is out of use.
 */
export async function setCallResult(ctx: Ctx, { activityId, resultId }: Outcome): Promise<void> {
  if (!resultId) return
  const { can, version, result } = await getActivity(ctx, activityId)
  if (!can.update || result?.id === resultId) return
  if (await isValueInUse(ctx, 'callResults', resultId))
    await updateActivity(ctx, activityId, { version, resultId })
}
