import { ApiProblem, callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { lazyPart, toast } from '@peyvand/ui'
import { type ReactNode, useState } from 'react'
import { type DealRow, type MoveDeal, moveDealRoute, type Stage } from '../../contract/index.ts'
import { dealTopics } from '../deal-topics.ts'

const MoveDialog = lazyPart(async () => (await import('./move-dialog.tsx')).MoveDialog)

/** What is moved: a card of the board or an open deal. */
export type Movable = Pick<DealRow, 'id' | 'title' | 'version' | 'stage' | 'competitors'>
type Given = Omit<MoveDeal, 'version' | 'stageId'>

interface Asked {
  deal: Movable
  stage: Stage
  /** Paths of what was missing at any try: what was filled in meanwhile stays on the form. */
  missing: readonly string[]
  /** What the server said of the last try. */
  error: unknown
}

interface Moving {
  /** Shown in its new stage until the server has answered. */
  moving: { id: string; stageId: string } | null
  move: (deal: Movable, stage: Stage) => void
  /** What a stage asks for, where it does. */
  dialog: ReactNode
}

/** Moves deals; opens what a stage asks for and puts a card back where a move is refused. */
export function useMove(): Moving {
  const t = useT()
  const problem = useProblemText()
  const [moving, setMoving] = useState<Moving['moving']>(null)
  const [asked, setAsked] = useState<Asked | null>(null)

  const send = async (deal: Movable, stage: Stage, given: Given = {}): Promise<void> => {
    setMoving({ id: deal.id, stageId: stage.id })
    try {
      await callApi(moveDealRoute, {
        params: { id: deal.id },
        body: { ...given, version: deal.version, stageId: stage.id },
      })
      setAsked(null)
      await invalidateTopics(dealTopics)
      toast({ kind: 'ok', title: t('pipeline.moved', { title: deal.title, stage: stage.name }) })
    } catch (error) {
      const paths = error instanceof ApiProblem ? error.fields.map(({ path }) => path) : []
      if (error instanceof ApiProblem && error.code === 'pipeline.stageAsks')
        setAsked((before) => ({
          deal,
          stage,
          missing: union(before?.missing, paths),
          error: before && error,
        }))
      else {
        // A deal that somebody changed or took away meanwhile is looked at anew; else what was typed stays.
        const isOver = error instanceof ApiProblem && [403, 404, 409].includes(error.status)
        setAsked((before) => (before && !isOver ? { ...before, error } : null))
        toast({ kind: 'bad', title: problem(error) })
        await invalidateTopics(['deals'])
      }
    } finally {
      setMoving(null)
    }
  }
  const move = (deal: Movable, stage: Stage) => {
    if (deal.stage.id === stage.id) return
    // A loss is never without its reason, so it is asked at once.
    if (stage.outcome === 'lost') setAsked({ deal, stage, missing: ['lostReasonId'], error: null })
    else void send(deal, stage)
  }
  const dialog = asked && (
    <MoveDialog
      key={`${asked.deal.id} ${asked.stage.id}`}
      title={asked.deal.title}
      stage={asked.stage}
      missing={asked.missing}
      error={asked.error}
      competitors={asked.deal.competitors}
      isPending={moving !== null}
      onSubmit={(given) => void send(asked.deal, asked.stage, given)}
      onClose={() => setAsked(null)}
    />
  )
  return { moving, move, dialog }
}

const union = (a: readonly string[] = [], b: readonly string[]): string[] => [...new Set([...a, ...b])]
