import type { CallGuide as Props } from '@peyvand/activities/web'
import { callApi, invalidateTopics, useProblemText, useRoute, useT } from '@peyvand/platform/web'
import { Button, Card, confirm, IconButton, toast } from '@peyvand/ui'
import { Waypoints, X } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import {
  attachRunRoute,
  dropRunRoute,
  getRunRoute,
  listRunsRoute,
  type ScriptRun,
  startRunRoute,
} from '../../contract/index.ts'
import { RunPanel } from './run-panel.tsx'
import { ScriptChoice } from './script-choice.tsx'

const filler = 'templates.script'

/** In the form of a call: leads it by a script and keeps the answers with the call. Fills `activities.composer.call`. */
export const CallGuide = ({ partyId, onAfterSave, onResult }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const [run, setRun] = useState<ScriptRun | null>(null)
  const attach = useEffectEvent((attached: ScriptRun | null) =>
    onAfterSave(
      filler,
      attached &&
        (async ({ id: activityId }) => {
          await callApi(attachRunRoute, { params: { id: attached.id }, body: { activityId } })
          setRun(null)
          await invalidateTopics(['script-runs', 'scripts'])
        }),
    ),
  )
  useEffect(() => {
    attach(run)
    return () => attach(null)
  }, [run])

  const show = (next: ScriptRun) => {
    setRun(next)
    if (next.outcome?.resultId) onResult(next.outcome.resultId)
  }
  const fail = (error: unknown) => toast({ kind: 'bad', title: problem(error) })
  const start = (scriptId: string) => callApi(startRunRoute, { body: { scriptId, partyId } }).then(show, fail)
  const resume = (id: string) => callApi(getRunRoute, { params: { id } }).then(show, fail)
  const drop = async (id: string) => {
    const isSure = await confirm({
      title: t('templates.ui.drop'),
      body: t('templates.ui.dropBody'),
      confirmLabel: t('templates.ui.dropConfirm'),
      isDanger: true,
    })
    if (!isSure) return
    setRun(null)
    await callApi(dropRunRoute, { params: { id } }).catch(fail)
    await invalidateTopics(['script-runs', 'scripts'])
  }
  if (!run)
    return (
      <div className="flex flex-wrap items-center gap-2">
        <ScriptChoice onPick={(id) => void start(id)} />
        <OpenRuns partyId={partyId} onResume={(id) => void resume(id)} onDrop={(id) => void drop(id)} />
      </div>
    )
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          <Waypoints size={17} aria-hidden className="text-accent-text" />
          {run.script.name}
        </span>
      }
      actions={<IconButton label={t('templates.ui.drop')} icon={<X />} onPress={() => void drop(run.id)} />}
    >
      <RunPanel run={run} onRun={show} />
    </Card>
  )
}

type OpenRunsProps = {
  partyId: string | null
  onResume: (id: string) => void
  onDrop: (id: string) => void
}

/** Runs with this party that were left before their call was recorded. */
const OpenRuns = ({ partyId, onResume, onDrop }: OpenRunsProps) => {
  const t = useT()
  const { data } = useRoute(
    listRunsRoute,
    { query: { ...(partyId && { partyId }), unattached: 'true', limit: 20, count: 'none' } },
    { enabled: partyId !== null },
  )
  return (data?.items ?? []).map(({ id, script }) => (
    <span key={id} className="flex items-center">
      <Button size="small" kind="quiet" onPress={() => onResume(id)}>
        {t('templates.ui.resume', { name: script.name })}
      </Button>
      <IconButton
        label={t('templates.ui.dropNamed', { name: script.name })}
        icon={<X />}
        onPress={() => onDrop(id)}
      />
    </span>
  ))
}
