import { useTeams } from '@peyvand/parties/web'
import { callApi, FormFault, invalidateTopics, useT } from '@peyvand/platform/web'
import { Button, Card, newId, Select, TextField, toast } from '@peyvand/ui'
import { type SubmitEvent, useState } from 'react'
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
  const [isPending, setPending] = useState(false)

  const send = async (change: { archived?: boolean } = {}) => {
    setPending(true)
    setFault(null)
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
      setFault(error)
    }
    setPending(false)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
      <FormFault error={fault} />
      <Card title={pipeline ? t('pipeline.pipeline') : t('pipeline.newPipeline')}>
        <div className="grid items-start gap-3.5 sm:grid-cols-2">
          <TextField label={t('pipeline.name')} isRequired maxLength={80} value={name} onChange={setName} />
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
      <StagesField stages={stages} onChange={setStages} />
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
