/** How much was done at a moment, in milliseconds. */
export interface Sample {
  at: number
  done: number
}

const windowMs = 15_000

/** The samples that tell the present rate, the new one last; a count that fell back begins anew. */
export function withSample(samples: readonly Sample[], next: Sample): Sample[] {
  const last = samples.at(-1)
  if (last && next.done < last.done) return [next]
  if (last && next.done === last.done) return [...samples]
  return [...samples.filter(({ at }) => next.at - at <= windowMs), next]
}

/** Things done a second; null as long as nothing can be told. */
export function rateOf(samples: readonly Sample[]): number | null {
  const [first] = samples
  const last = samples.at(-1)
  if (!first || !last || last.at - first.at < 500 || last.done === first.done) return null
  return ((last.done - first.done) * 1000) / (last.at - first.at)
}

/** Whole seconds left, at least one; null without a rate or a total. */
export function secondsLeft(
  rate: number | null,
  { done, total }: { done: number; total: number | null },
): number | null {
  if (rate === null || total === null) return null
  return Math.max(1, Math.ceil((total - done) / rate))
}
