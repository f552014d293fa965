import { useT } from '@peyvand/platform/web'
import { Callout, useFormat } from '@peyvand/ui'
import type { ScriptDefinition, ScriptFault } from '../../contract/index.ts'

type Props = {
  definition: ScriptDefinition
  faults: readonly ScriptFault[]
  onSelect: (stepId: string) => void
}

/** What is to be mended before the script can be used; each leads to its step. */
export const ScriptFaults = ({ definition, faults, onSelect }: Props) => {
  const t = useT()
  const format = useFormat()
  if (faults.length === 0) return <Callout tone="ok">{t('templates.ui.sound')}</Callout>
  return (
    <Callout tone="warn" title={t('templates.ui.faults')}>
      <ul className="mt-1 flex flex-col gap-1">
        {faults.map(({ code, stepId, optionId }) => {
          const index = definition.steps.findIndex(({ id }) => id === stepId)
          const title = definition.steps[index]?.title ?? ''
          return (
            <li key={`${code} ${stepId} ${optionId}`}>
              <button
                type="button"
                className="cursor-pointer text-start underline decoration-dotted underline-offset-4"
                onClick={() => onSelect(stepId)}
              >
                {t('templates.ui.faultAt', {
                  number: format.number(index + 1),
                  title,
                  fault: t(`templates.ui.fault.${code}`),
                })}
              </button>
            </li>
          )
        })}
      </ul>
    </Callout>
  )
}
