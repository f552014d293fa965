import { PartyPicker } from '@peyvand/parties/web'
import { callApi, FormFault, routeKey, useT } from '@peyvand/platform/web'
import { Button, Callout, Drawer, Skeleton, SkeletonGroup } from '@peyvand/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  previewScriptRoute,
  type RunStep,
  type ScriptAnswer,
  type ScriptDefinition,
  walkScript,
} from '../../contract/index.ts'
import { StepView } from './step-view.tsx'

type Props = { definition: ScriptDefinition; onClose: () => void }

/** Walks a script as on a call, for any party; nothing of it is kept. */
export const TestRunDrawer = ({ definition, onClose }: Props) => {
  const t = useT()
  const [partyId, setParty] = useState<string | null>(null)
  const [answers, setAnswers] = useState<Record<string, ScriptAnswer>>({})
  const [asked, setAsked] = useState<number | null>(null)
  const body = { definition, partyId }
  const { data, error } = useQuery({
    queryKey: routeKey(previewScriptRoute, body),
    queryFn: ({ signal }) => callApi(previewScriptRoute, { body }, { signal }),
  })
  const { passed, current, outcome } = walkScript(definition, answers)
  const way = current === null ? passed : [...passed, current]
  const end = current === null ? way.length : way.length - 1
  const at = Math.min(asked ?? end, end)
  const step = stepAt(definition, { id: way[at], answers, texts: data?.texts ?? {} })
  const ended = definition.outcomes.find(({ id }) => id === outcome)
  return (
    <Drawer
      isOpen
      onOpenChange={onClose}
      title={t('templates.ui.testRun')}
      footer={
        <>
          <Button
            onPress={() => {
              setAnswers({})
              setAsked(null)
            }}
          >
            {t('templates.ui.again')}
          </Button>
          <Button onPress={onClose}>{t('web.close')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <PartyPicker
          label={t('templates.ui.previewParty')}
          canCreate={false}
          value={partyId}
          onChange={setParty}
        />
        <FormFault error={error} />
        {!data && !error && (
          <SkeletonGroup>
            <Skeleton className="h-24" />
          </SkeletonGroup>
        )}
        {data && step && (
          <StepView
            key={`${step.id} ${at}`}
            step={step}
            number={at + 1}
            onBack={at > 0 ? () => setAsked(at - 1) : undefined}
            onAnswer={(answer) => {
              setAnswers((before) => ({ ...before, [step.id]: answer }))
              setAsked(at + 1)
            }}
          />
        )}
        {data && !step && (
          <Callout
            tone={ended ? 'ok' : 'warn'}
            title={ended ? t('templates.ui.ended', { label: ended.label }) : t('templates.ui.deadEnd')}
            action={
              way.length > 0 && (
                <Button size="small" onPress={() => setAsked(way.length - 1)}>
                  {t('templates.ui.back')}
                </Button>
              )
            }
          />
        )}
      </div>
    </Drawer>
  )
}

function stepAt(
  { steps }: ScriptDefinition,
  {
    id,
    answers,
    texts,
  }: { id: string | undefined; answers: Record<string, ScriptAnswer>; texts: Record<string, string> },
): RunStep | null {
  const step = steps.find((one) => one.id === id)
  if (!step) return null
  const { title, question } = step
  const isPassed = Object.hasOwn(answers, step.id)
  return {
    id: step.id,
    title,
    question,
    text: texts[step.id] ?? '',
    isPassed,
    answer: answers[step.id] ?? null,
  }
}
