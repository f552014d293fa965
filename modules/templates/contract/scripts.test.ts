import { describe, expect, test } from 'vitest'
import { checkScript } from './check-script.ts'
import { ScriptDefinition } from './scripts.ts'
import { answerFault, walkScript } from './walk-script.ts'

const definition = ScriptDefinition.parse({
  outcomes: [
    { id: 'won', label: 'موفق' },
    { id: 'lost', label: 'ناموفق' },
  ],
  steps: [
    { id: 'hello', title: 'سلام', text: 'سلام', next: { step: 'want' } },
    {
      id: 'want',
      title: 'خواسته',
      question: {
        type: 'single',
        label: 'می‌خواهد؟',
        options: [
          { id: 'yes', label: 'بله', next: { step: 'what' } },
          { id: 'no', label: 'خیر', next: { outcome: 'lost' } },
        ],
      },
    },
    {
      id: 'what',
      title: 'چه',
      question: {
        type: 'multi',
        label: 'کدام؟',
        options: [
          { id: 'a', label: 'الف' },
          { id: 'b', label: 'ب', next: { step: 'count' } },
        ],
      },
      next: { outcome: 'won' },
    },
    {
      id: 'count',
      title: 'چند',
      question: { type: 'number', label: 'تعداد', required: false },
      next: { outcome: 'won' },
    },
  ],
})
type Change = (steps: typeof definition.steps) => void
const changed = (change: Change) => {
  const copy = structuredClone(definition)
  change(copy.steps)
  return copy
}

describe('the way through a script', () => {
  test.each([
    [{}, { passed: [], current: 'hello', outcome: null }],
    [{ hello: null }, { passed: ['hello'], current: 'want', outcome: null }],
    [
      { hello: null, want: 'no' },
      { passed: ['hello', 'want'], current: null, outcome: 'lost' },
    ],
    [
      { hello: null, want: 'yes', what: ['a'] },
      { passed: ['hello', 'want', 'what'], current: null, outcome: 'won' },
    ],
    [
      { hello: null, want: 'yes', what: ['a', 'b'] },
      { passed: ['hello', 'want', 'what'], current: 'count', outcome: null },
    ],
    [
      { want: 'no', count: 3 },
      { passed: [], current: 'hello', outcome: null },
    ],
  ])('%o', (answers, way) => {
    expect(walkScript(definition, answers)).toEqual(way)
  })

  test('ends where a script leads in a circle', () => {
    const circle = changed((steps) => {
      if (steps[3]) steps[3].next = { step: 'hello' }
    })
    expect(walkScript(circle, { hello: null, want: 'yes', what: ['b'], count: 1 })).toEqual({
      passed: ['hello', 'want', 'what', 'count'],
      current: null,
      outcome: null,
    })
  })
})

describe('faults of a script', () => {
  test('a sound one has none', () => expect(checkScript(definition)).toEqual([]))

  test.each<[string, Change, object[]]>([
    [
      'a way without an end',
      (steps) => {
        if (steps[3]) steps[3].next = null
      },
      [{ code: 'noEnd', stepId: 'count' }],
    ],
    [
      'an option that leads nowhere and has no way of the step',
      (steps) => {
        if (steps[1]?.question?.options[1]) steps[1].question.options[1].next = null
      },
      [{ code: 'noEnd', stepId: 'want' }],
    ],
    [
      'a circle',
      (steps) => {
        if (steps[3]) steps[3].next = { step: 'want' }
      },
      [{ code: 'loop', stepId: 'count' }],
    ],
    [
      'a step that nothing leads to',
      (steps) => {
        if (steps[0]) steps[0].next = { outcome: 'won' }
      },
      ['want', 'what', 'count'].map((stepId) => ({ code: 'unreachable', stepId })),
    ],
    [
      'a target that is gone',
      (steps) => {
        if (steps[2]?.question?.options[1]) steps[2].question.options[1].next = { step: 'gone' }
      },
      [
        { code: 'unknownTarget', stepId: 'what', optionId: 'b' },
        { code: 'unreachable', stepId: 'count' },
      ],
    ],
    [
      'a choice without options',
      (steps) => {
        if (steps[2]?.question) steps[2].question.options = []
      },
      [
        { code: 'noOptions', stepId: 'what' },
        { code: 'unreachable', stepId: 'count' },
      ],
    ],
  ])('%s', (_name, change, faults) => {
    expect(checkScript(changed(change))).toEqual(faults)
  })

  test('keys are used once', () => {
    const twice = { ...definition, steps: [...definition.steps, definition.steps[0]] }
    expect(ScriptDefinition.safeParse(twice).success).toBe(false)
  })
})

describe('an answer fits its question', () => {
  const [, single, multi, number] = definition.steps.map(({ question }) => question)
  const text = ScriptDefinition.parse({
    steps: [{ id: 'a', title: 'a', question: { type: 'text', label: 'a' } }],
  }).steps[0]?.question
  const date = text && { ...text, type: 'date' as const }
  test.each([
    [single, 'yes', null],
    [single, 'other', 'option'],
    [single, null, 'required'],
    [single, ['yes'], 'option'],
    [multi, ['a', 'b'], null],
    [multi, [], 'required'],
    [multi, 'a', 'option'],
    [number, 3, null],
    [number, null, null],
    [number, '3', 'invalid'],
    [text, 'بله', null],
    [text, '', 'required'],
    [text, 4, 'invalid'],
    [date, '2026-11-22', null],
    [date, '۱۴۰۵/۹/۱', 'date'],
    [null, null, null],
    [null, 'x', 'templates.noQuestion'],
  ])('%#', (question, answer, fault) => {
    expect(answerFault(question ?? null, answer)).toBe(fault)
  })
})
