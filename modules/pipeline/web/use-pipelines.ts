import { useRoute } from '@peyvand/platform/web'
import { isRunning, listPipelinesRoute, type Pipeline, type Stage } from '../contract/index.ts'

/** Pipelines that deals stand in, in order; undefined until they have come. */
export function usePipelines(): Pipeline[] | undefined {
  const { data } = useRoute(listPipelinesRoute, {}, { staleTime: 5 * 60_000 })
  return data?.items.filter(({ archivedAt }) => archivedAt === null)
}

export const runningStages = ({ stages }: Pipeline): Stage[] =>
  stages.filter(({ outcome }) => isRunning(outcome))
export const closedStages = ({ stages }: Pipeline): Stage[] =>
  stages.filter(({ outcome }) => !isRunning(outcome))
