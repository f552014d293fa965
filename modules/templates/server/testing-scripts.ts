import type { Caller } from '@peyvand/parties/testing'
import type { Script, ScriptAnswer, ScriptRun } from '../contract/index.ts'

/** Buys or not, what, and how much: one way ends at once, the other after three steps. */
export const salesScript = {
  outcomes: [
    { id: 'won', label: 'خرید' },
    { id: 'lost', label: 'انصراف' },
  ],
  steps: [
    {
      id: 'want',
      title: 'خواسته',
      text: 'سلام {{party.salutation}} {{party.lastName}}، {{user.name}} هستم.',
      question: {
        type: 'single',
        label: 'خریدار است؟',
        options: [
          { id: 'yes', label: 'بله', next: { step: 'what' } },
          { id: 'no', label: 'خیر', next: { outcome: 'lost' } },
        ],
      },
    },
    {
      id: 'what',
      title: 'کالا',
      question: {
        type: 'multi',
        label: 'کدام کالا؟',
        options: [
          { id: 'a', label: 'ورق' },
          { id: 'b', label: 'لوله' },
        ],
      },
      next: { step: 'count' },
    },
    {
      id: 'count',
      title: 'مقدار',
      question: { type: 'number', label: 'چند تن؟', required: false },
      next: { outcome: 'won' },
    },
  ],
}

/** Answers that lead through all of its steps. */
export const buyer: [string, ScriptAnswer][] = [
  ['want', 'yes'],
  ['what', ['a', 'b']],
  ['count', 12.5],
]

/** Makes a call script by the API and fails where it is refused. */
export async function aScript(caller: Caller, more: object = {}): Promise<Script> {
  const { status, body } = await caller.post<Script>('/scripts', {
    name: 'فروش ورق',
    active: true,
    definition: salesScript,
    ...more,
  })
  if (status !== 201) throw new Error(`not made: ${JSON.stringify(body)}`)
  return body
}

/** Begins a call by a script and fails where it is refused. */
export async function begun(caller: Caller, scriptId: string, more: object = {}): Promise<ScriptRun> {
  const { status, body } = await caller.post<ScriptRun>('/script-runs', { scriptId, ...more })
  if (status !== 201) throw new Error(`not begun: ${JSON.stringify(body)}`)
  return body
}

export const answer = (caller: Caller, run: { id: string }, stepId: string, given: ScriptAnswer) =>
  caller.put<ScriptRun & { code: string }>(`/script-runs/${run.id}/answers/${stepId}`, { answer: given })

/** Answers step after step; answers what the last one came to. */
export async function through(
  caller: Caller,
  run: ScriptRun,
  answers: readonly [string, ScriptAnswer][],
): Promise<ScriptRun> {
  let last = run
  for (const [stepId, given] of answers) last = (await answer(caller, run, stepId, given)).body
  return last
}
