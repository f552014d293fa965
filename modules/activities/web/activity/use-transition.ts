import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import {
  type Activity,
  type ActivityAction,
  type ActivityTransition,
  transitionActivityRoute,
} from '../../contract/index.ts'
import { activityTopics } from './activity-topics.ts'

type Changed = Pick<Activity, 'id' | 'version' | 'subject'>
type Details = Omit<ActivityTransition, 'action' | 'version'>

/** The way back of an action, where there is one. */
const wayBack: Partial<Record<ActivityAction, ActivityAction>> = {
  start: 'postpone',
  postpone: 'start',
  finish: 'reopen',
  cancel: 'reopen',
}

/** Starts, finishes, calls off …, and offers the way back. @throws ApiProblem from `act` only */
export function useTransition() {
  const t = useT()
  const problem = useProblemText()

  const act = async ({ id, version }: Changed, action: ActivityAction, details: Details = {}) => {
    const after = await callApi(transitionActivityRoute, {
      params: { id },
      body: { action, version, ...details },
    })
    await invalidateTopics(activityTopics)
    return after
  }
  const tell = (after: Activity, action: ActivityAction) => {
    const back = wayBack[action]
    toast({
      kind: 'ok',
      title: t(`activities.told.${action}`, { subject: after.subject }),
      ...(back &&
        after.can.actions.includes(back) && {
          action: {
            label: t('web.undo'),
            onPress: () =>
              void act(after, back).catch((error: unknown) => toast({ kind: 'bad', title: problem(error) })),
          },
        }),
    })
  }
  /** In one press; what went wrong is told. */
  const actNow = async (activity: Changed, action: ActivityAction, details?: Details) => {
    try {
      tell(await act(activity, action, details), action)
      return true
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
      return false
    }
  }
  return { act, actNow, tell }
}
