import type { Import } from '@peyvand/imports/contract'

export const wizardSteps = ['upload', 'format', 'columns', 'choices', 'check', 'result'] as const
export type WizardStep = (typeof wizardSteps)[number]

/** Steps that the address may name while an import is open; the others follow from its state. */
const openSteps: readonly WizardStep[] = ['format', 'columns', 'choices', 'check']

/** Where the wizard stands: an import at work or ended has its one step, an open one that of the address. */
export function stepOf({ state, can }: Pick<Import, 'state' | 'can'>, asked: string | undefined): WizardStep {
  if (state === 'checking' && !can.change) return 'check'
  if (!can.change) return 'result'
  return openSteps.find((step) => step === asked) ?? (state === 'draft' ? 'format' : 'check')
}

/** The step before, where there is one to go back to. */
export function stepBefore(step: WizardStep): WizardStep | null {
  const before = openSteps[openSteps.indexOf(step) - 1]
  return before ?? null
}
