import { Callout } from '@peyvand/ui'
import { ApiProblem } from '../api.ts'
import { useProblemText } from '../problem-text.ts'

/** Why saving failed, above a form; faults that stand at fields are not repeated. */
export function FormFault({ error }: { error: unknown }) {
  const text = useProblemText()
  if (!error) return null
  if (typeof error === 'string') return <Callout tone="bad">{error}</Callout>
  const atFields = error instanceof ApiProblem && error.code === 'badInput'
  return (
    <Callout tone="bad" title={atFields ? (error as ApiProblem).message : text(error)}>
      {null}
    </Callout>
  )
}
