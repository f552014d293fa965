import { useTeams } from '@peyvand/parties/web'
import { ApiProblem, callApi, FormFault, invalidateTopics, useT } from '@peyvand/platform/web'
import { Button, Card, newId, Select, TextField, toast } from '@peyvand/ui'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import {
  createPipelineRoute,
  type Pipeline,
  type StageInput,
  updatePipelineRoute,
} from '../../contract/index.ts'
import { type DraftStage, StagesField } from './stages-field.tsx'

type Props = { pipeline: Pipeline | undefined; onSaved: (pipeline: Pipeline) => void }

/** A pipeline with its stages, changed as a whole. */
export const PipelineForm = ({ pipeline, onSaved }: Props) => {
  const t = useT()
  const teams = useTeams()
  const [name, setName] = useState(pipeline?.name ?? '')
  const [teamId, setTeamId] = useState(pipeline?.team?.id ?? null)
  const firstStages = useFirstStages()
  const [stages, setStages] = useState<DraftStage[]>(() => pipeline?.stages.map(draftOf) ?? firstStages)
  const [fault, setFault] = useState<unknown>(null)
  const [placed, setPlaced] = useState<Placed>({ name: undefined, stages: new Map() })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (placed.name !== undefined || placed.stages.size > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [placed])
  const [isPending, setPending] = useState(false)

  const send = async (change: { archived?: boolean } = {}) => {
    setPending(true)
    setFault(null)
    setPlaced({ name: undefined, stages: new Map() })
    const body = { name, teamId, stages: stages.map(inputOf) }
    try {
      const saved = pipeline
        ? await callApi(updatePipelineRoute, {
            params: { id: pipeline.id },
            body: { ...body, ...change, version: pipeline.version },
          })
        : await callApi(createPipelineRoute, { body }, { idempotencyKey: newId() })
      await invalidateTopics(['pipelines', 'deals'])
      toast({ kind: 'ok', title: t('web.saved') })
      onSaved(saved)
    } catch (error) {
      const faults = placedFaults(error, stages)
      if (faults) setPlaced(faults)
      else setFault(error)
    }
    setPending(false)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <form ref={form} noValidate className="flex flex-col gap-4" onSubmit={submit}>
      <FormFault error={fault} />
      <Card title={pipeline ? t('pipeline.pipeline') : t('pipeline.newPipeline')}>
        <div className="grid items-start gap-3.5 sm:grid-cols-2">
          <TextField
            label={t('pipeline.name')}
            isRequired
            maxLength={80}
            errorMessage={placed.name}
            value={name}
            onChange={setName}
          />
          {teams.length > 0 && (
            <Select
              label={t('pipeline.field.team')}
              description={t('pipeline.teamHint')}
              isClearable
              options={teams}
              value={teamId}
              onChange={setTeamId}
            />
          )}
        </div>
      </Card>
      <StagesField stages={stages} faults={placed.stages} onChange={setStages} />
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" type="submit" isPending={isPending} isDisabled={name.trim() === ''}>
          {t('web.save')}
        </Button>
        {pipeline && (
          <Button
            isDisabled={isPending}
            onPress={() => void send({ archived: pipeline.archivedAt === null })}
          >
            {t(pipeline.archivedAt ? 'pipeline.unarchive' : 'pipeline.archive')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Faults that the form shows at the field. */
interface Placed {
  name: string | undefined
  /** Of stages' names, by the stage's id. */
  stages: ReadonlyMap<string, string>
}

/** The faults by their fields; null where one has no field here, and is told above the form. */
function placedFaults(error: unknown, stages: readonly DraftStage[]): Placed | null {
  if (!(error instanceof ApiProblem) || error.fields.length === 0) return null
  const ofStages = new Map<string, string>()
  let ofName: string | undefined
  for (const { path, message } of error.fields) {
    const at = /^stages\.(\d+)\.name$/.exec(path)?.[1]
    const stage = at === undefined ? undefined : stages[Number(at)]
    if (stage) ofStages.set(stage.id, message)
    else if (path === 'name') ofName = message
    else return null
  }
  return { name: ofName, stages: ofStages }
}

const draftOf = (stage: Pipeline['stages'][number]): DraftStage => ({ ...stage, isNew: false })

const inputOf = ({ id, isNew, ...stage }: DraftStage): StageInput => (isNew ? stage : { ...stage, id })

/** What a new pipeline begins with. */
function useFirstStages(): DraftStage[] {
  const t = useT()
  const [stages] = useState(() =>
    (['open', 'won', 'lost'] as const).map((outcome) => ({
      id: newId(),
      isNew: true,
      name: t(`pipeline.first.${outcome}`),
      outcome,
      probability: { open: 20, won: 100, lost: 0 }[outcome],
      staleDays: null,
      requiredFields: [],
      checklist: [],
    })),
  )
  return stages
}
