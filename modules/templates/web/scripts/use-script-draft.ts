import { ApiProblem, callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { useState } from 'react'
import {
  checkScript,
  createScriptRoute,
  type Script,
  type ScriptDefinition,
  ScriptInput,
  type ScriptStep,
  updateScriptRoute,
} from '../../contract/index.ts'
import type { MergeFields } from '../fields/use-merge-fields.ts'
import { emptyStep, freshKey } from './script-draft.ts'

export interface ScriptDraft {
  name: string
  description: string
  teamIds: string[]
  active: boolean
  /** Texts carry labels instead of keys while they are written. */
  definition: ScriptDefinition
}

interface Options {
  /** What is changed; null for a new one. */
  script: Script | null
  merge: MergeFields
  onSaved: (script: Script) => void
}

/** A call script being written: its faults at every moment, and what saving came to. */
export function useScriptDraft({ script, merge, onSaved }: Options) {
  const t = useT()
  const problem = useProblemText()
  const [draft, setDraft] = useState(() => startOf(script, merge, t))
  const [selected, select] = useState(draft.definition.steps[0]?.id ?? '')
  const [isDirty, setDirty] = useState(false)
  const [isPending, setPending] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const change = (part: Partial<ScriptDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setDirty(true)
    setFault(null)
  }
  const { definition } = draft
  const step = definition.steps.find(({ id }) => id === selected) ?? definition.steps[0]

  const addStep = (link: (after: ScriptDefinition, id: string) => ScriptDefinition = (after) => after) => {
    const id = freshKey('s', definition.steps)
    const title = t('templates.ui.newStep', { number: definition.steps.length + 1 })
    change({ definition: link({ ...definition, steps: [...definition.steps, emptyStep(id, title)] }, id) })
    select(id)
  }

  const save = async () => {
    const stored = mapTexts(definition, merge.toStored)
    const parsed = ScriptInput.safeParse({
      ...draft,
      description: draft.description || null,
      definition: stored,
    })
    if (!parsed.success) {
      const [, , at] = parsed.error.issues.map(({ path }) => path).find(([top]) => top === 'definition') ?? []
      const faulty = typeof at === 'number' ? definition.steps[at] : undefined
      if (faulty) select(faulty.id)
      setFault(t('templates.ui.incomplete'))
      return
    }
    setPending(true)
    try {
      const { version, id } = script ?? {}
      const saved =
        id && version !== undefined
          ? await callApi(updateScriptRoute, { params: { id }, body: { ...parsed.data, version } })
          : await callApi(createScriptRoute, { body: parsed.data })
      setDirty(false)
      await invalidateTopics(['scripts'])
      onSaved(saved)
    } catch (error) {
      const [first] = error instanceof ApiProblem ? error.fields : []
      const at = /^definition\.steps\.(\d+)\./.exec(first?.path ?? '')?.[1]
      const faulty = at === undefined ? undefined : definition.steps[Number(at)]
      if (faulty) select(faulty.id)
      setFault(first?.message ?? problem(error))
    } finally {
      setPending(false)
    }
  }
  return {
    draft,
    change,
    step,
    select,
    addStep,
    faults: checkScript(definition),
    isDirty,
    isPending,
    fault,
    save,
  }
}

/** The definition with each text that may carry fields changed. */
export const mapTexts = (definition: ScriptDefinition, map: (text: string) => string): ScriptDefinition => ({
  ...definition,
  steps: definition.steps.map((step): ScriptStep => ({ ...step, text: map(step.text) })),
})

function startOf(script: Script | null, merge: MergeFields, t: (key: string) => string): ScriptDraft {
  if (script) {
    const { name, description, teams, active, definition } = script
    return {
      name,
      description: description ?? '',
      teamIds: teams.map(({ id }) => id),
      active,
      definition: mapTexts(definition, merge.toShown),
    }
  }
  return {
    name: '',
    description: '',
    teamIds: [],
    active: false,
    definition: {
      steps: [{ ...emptyStep('s1', t('templates.ui.firstStep')), next: { outcome: 'e1' } }],
      outcomes: [{ id: 'e1', label: t('templates.ui.firstOutcome'), resultId: null }],
    },
  }
}
