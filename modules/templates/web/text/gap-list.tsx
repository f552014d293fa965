import { useT } from '@peyvand/platform/web'
import { Callout, useFormat } from '@peyvand/ui'
import type { TemplateGap } from '../../contract/index.ts'
import type { MergeFields } from '../fields/use-merge-fields.ts'

const reasons = ['empty', 'noRecord', 'withheld', 'unknown'] as const

/** Which fields were left empty in a filled text, and why. */
export const GapList = ({ gaps, merge }: { gaps: readonly TemplateGap[]; merge: MergeFields }) => {
  const t = useT()
  const format = useFormat()
  if (gaps.length === 0) return null
  return (
    <Callout tone="warn" title={t('templates.ui.gaps')}>
      {reasons.map((reason) => {
        const names = gaps.filter((gap) => gap.reason === reason).map(({ field }) => merge.nameOf(field))
        return names.length === 0 ? null : (
          <p key={reason}>{t(`templates.ui.gap.${reason}`, { fields: format.list(names) })}</p>
        )
      })}
    </Callout>
  )
}
