import type { Outcome, Pipeline, Stage } from '../../contract/index.ts'

/** What a row says of the place of its deal; empty cells are left out. */
export interface PlaceCells {
  pipeline?: string
  stage?: string
  outcome?: Outcome
  /** In percent. */
  probability?: number
}

export type StageOfRow =
  | {
      ok: true
      /** That the row names. */
      named: Stage | null
      /** Where a new deal begins. */
      first: Stage
    }
  | { ok: false; field: 'pipeline' | 'stage' }

/**
 * The stage of a row: the one it names, in the pipeline it names or in the first one that has such a stage; where it
 * names none, a new deal begins in the first stage of the outcome that the row tells, else in the last one whose
 * probability the row's reaches, else in the first.
 */
export function stageOfRow(
  pipelines: readonly Pipeline[],
  { pipeline: name, stage: stageName, outcome, probability }: PlaceCells,
  isSame: (a: string, b: string) => boolean,
): StageOfRow {
  const given = name === undefined ? pipelines : pipelines.filter((one) => isSame(one.name, name))
  const [pipeline] = given
  if (!pipeline) return { ok: false, field: 'pipeline' }
  if (stageName !== undefined) {
    const named = given.flatMap(({ stages }) => stages).find((stage) => isSame(stage.name, stageName))
    return named ? { ok: true, named, first: named } : { ok: false, field: 'stage' }
  }
  const first = beginning(pipeline.stages, outcome, probability)
  return first ? { ok: true, named: null, first } : { ok: false, field: 'pipeline' }
}

function beginning(
  stages: readonly Stage[],
  outcome: Outcome | undefined,
  probability: number | undefined,
): Stage | undefined {
  const meant = outcome ?? (probability === 100 ? 'won' : undefined)
  if (meant !== undefined && meant !== 'open') return stages.find((stage) => stage.outcome === meant)
  const open = stages.filter((stage) => stage.outcome === 'open')
  const reached = open.filter((stage) => stage.probability <= (probability ?? -1))
  return reached.toSorted((a, b) => a.probability - b.probability).at(-1) ?? open[0]
}
