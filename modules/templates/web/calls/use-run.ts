import { callApi, invalidateTopics, useProblemText } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { useState } from 'react'
import { answerStepRoute, type ScriptAnswer, type ScriptRun } from '../../contract/index.ts'

/** Answers the steps of a call; each answer is kept on the server at once, so the call can be left and come back to. */
export function useRun(run: ScriptRun, onRun: (run: ScriptRun) => void) {
  const problem = useProblemText()
  const [isPending, setPending] = useState(false)
  const [asked, setAsked] = useState<number | null>(null)
  const end = run.state === 'done' ? run.steps.length : run.steps.length - 1
  const at = Math.min(asked ?? end, end)
  const step = run.steps[at] ?? null
  const answer = async (given: ScriptAnswer) => {
    if (!step) return
    setPending(true)
    try {
      onRun(
        await callApi(answerStepRoute, {
          params: { id: run.id, stepId: step.id },
          body: { answer: given },
        }),
      )
      setAsked(at + 1)
      await invalidateTopics(['script-runs', 'scripts'])
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    } finally {
      setPending(false)
    }
  }
  return { step, at, isPending, answer, goTo: setAsked }
}
