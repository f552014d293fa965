import type { Activity } from '@peyvand/activities/contract'
import { callApi, invalidateTopics, useProblemText, useRoute, useT } from '@peyvand/platform/web'
import { Button, Card, DescriptionList, Link, Tag, toast, useFormat } from '@peyvand/ui'
import { useState } from 'react'
import {
  getRunRoute,
  listRunsRoute,
  type ScriptRun,
  type ScriptRunRow,
  startRunRoute,
} from '../../contract/index.ts'
import { RunPanel } from './run-panel.tsx'
import { ScriptChoice } from './script-choice.tsx'

/** On a call's page: the answers that were kept with it, and a script to go on with. Fills `activities.activity`. */
export const CallAnswers = ({ activity: { id, kind, parties, can } }: { activity: Activity }) => {
  const t = useT()
  const problem = useProblemText()
  const [run, setRun] = useState<ScriptRun | null>(null)
  const { data } = useRoute(
    listRunsRoute,
    { query: { activityId: id, limit: 20, count: 'none', sort: 'startedAt' } },
    { enabled: kind === 'call' },
  )
  if (kind !== 'call' || !data) return null
  const fail = (error: unknown) => toast({ kind: 'bad', title: problem(error) })
  const show = (next: ScriptRun) => {
    setRun(next)
    // Its outcome may have set the call's result.
    if (next.outcome) void invalidateTopics(['activities', 'parties'])
  }
  const open = (runId: string) => callApi(getRunRoute, { params: { id: runId } }).then(setRun, fail)
  const start = (scriptId: string) =>
    callApi(startRunRoute, { body: { scriptId, activityId: id, partyId: parties[0]?.id ?? null } }).then(
      async (started) => {
        setRun(started)
        await invalidateTopics(['script-runs', 'scripts'])
      },
      fail,
    )
  return (
    <>
      {data.items.map((row) =>
        run?.id === row.id ? (
          <Card
            key={row.id}
            title={row.script.name}
            actions={
              <Button size="small" onPress={() => setRun(null)}>
                {t('web.close')}
              </Button>
            }
          >
            <RunPanel run={run} onRun={show} />
          </Card>
        ) : (
          <RunCard key={row.id} run={row} onOpen={() => void open(row.id)} />
        ),
      )}
      {can.update && data.items.length === 0 && (
        <span>
          <ScriptChoice onPick={(scriptId) => void start(scriptId)} />
        </span>
      )}
    </>
  )
}

const RunCard = ({ run, onOpen }: { run: ScriptRunRow; onOpen: () => void }) => {
  const t = useT()
  const format = useFormat()
  const { script, outcome, state, answers, user, startedAt, can } = run
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          <Link href={`/scripts/${script.id}?tab=answers`}>{script.name}</Link>
          <Tag tone={state === 'done' ? 'ok' : 'warn'}>
            {outcome?.label ?? t(`templates.run.state.${state}`)}
          </Tag>
        </span>
      }
      actions={
        can.answer && (
          <Button size="small" onPress={onOpen}>
            {t(state === 'open' ? 'templates.ui.continue' : 'templates.ui.changeAnswers')}
          </Button>
        )
      }
    >
      {answers.length === 0 ? (
        <p className="text-muted">{t('templates.ui.nothingAnswered')}</p>
      ) : (
        <DescriptionList
          items={answers.map(({ question, answer }) => ({
            label: question,
            value: <span className="whitespace-pre-line">{answer}</span>,
          }))}
        />
      )}
      <p className="mt-2 text-meta text-muted">
        {user.name} · {format.dateTime(startedAt)}
      </p>
    </Card>
  )
}
