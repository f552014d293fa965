import { expect, test } from 'vitest'
import type { ScriptDefinition } from '../../contract/index.ts'
import {
  emptyStep,
  freshKey,
  movedStep,
  targetId,
  targetOf,
  withoutOutcome,
  withoutStep,
} from './script-draft.ts'

const definition: ScriptDefinition = {
  outcomes: [{ id: 'o1', label: 'پایان', resultId: null }],
  steps: [
    {
      ...emptyStep('s1', 'یک'),
      next: { outcome: 'o1' },
      question: {
        type: 'single',
        label: 'پرسش',
        required: true,
        options: [{ id: 'a', label: 'الف', next: { step: 's2' } }],
      },
    },
    { ...emptyStep('s2', 'دو'), next: { outcome: 'o1' } },
  ],
}

test('what led to a step or an outcome that is gone leads nowhere', () => {
  const lessStep = withoutStep(definition, 's2')
  expect(lessStep.steps).toHaveLength(1)
  expect(lessStep.steps[0]?.question?.options[0]?.next).toBeNull()
  expect(lessStep.steps[0]?.next).toEqual({ outcome: 'o1' })
  expect(withoutOutcome(definition, 'o1').steps.map(({ next }) => next)).toEqual([null, null])
})

test('steps move by one place, not beyond the ends', () => {
  expect(movedStep(definition, 's2', -1).steps.map(({ id }) => id)).toEqual(['s2', 's1'])
  expect(movedStep(definition, 's2', 1)).toBe(definition)
})

test('targets are choices and back', () => {
  for (const target of [{ step: 's1' }, { outcome: 'o1' }, null])
    expect(targetOf(targetId(target))).toEqual(target)
})

test('a fresh key is none of those there', () => {
  expect(freshKey('s', definition.steps)).toBe('s3')
  expect(freshKey('s', [{ id: 's2' }])).toBe('s3')
})
