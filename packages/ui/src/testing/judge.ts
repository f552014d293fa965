import { waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { expect } from 'vitest'

/** Every look of the kit. */
export const looks = [
  ['fa', 'light'],
  ['fa', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
] as const

/** For what opens above the page: the languages differ in words and direction, the themes in colours alone. */
export const overlayLooks = looks.slice(0, 3)

const criteria = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Barriers in the document, or in the open window alone: what lies behind it cannot be reached. */
export async function faults(overlay?: Element): Promise<string[]> {
  const { violations } = await axe.run(overlay?.closest('body > *') ?? document, { runOnly: criteria })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
  )
}

/** What enters or leaves is at rest, so that its colours can be judged; spinners and skeletons run for ever. */
export const settled = () => waitFor(() => expect(document.getAnimations().filter(isPassing)).toEqual([]))
const isPassing = ({ effect }: Animation) =>
  effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY
