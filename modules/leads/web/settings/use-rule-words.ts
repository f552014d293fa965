import { useGroupOptions } from '@peyvand/catalog/web'
import { useValues } from '@peyvand/parties/web'
import { provinces } from '@peyvand/persian/provinces'
import { useT } from '@peyvand/platform/web'
import { useFormat, useUi } from '@peyvand/ui'
import type { AssignmentRule } from '../../contract/index.ts'

/** A rule in a sentence: for which leads, to whom. */
export function useRuleWords(): (rule: AssignmentRule) => string {
  const t = useT()
  const format = useFormat()
  const { locale } = useUi()
  const sources = useValues('sources')
  const groups = useGroupOptions()
  const namesOf = (ids: readonly string[], options: readonly { id: string; label: string }[]) =>
    options.filter(({ id }) => ids.includes(id)).map(({ label }) => label)
  return (rule) => {
    const conditions = [
      namesOf(rule.sourceIds, sources),
      provinces.filter(({ code }) => rule.provinces.includes(code)).map((province) => province[locale]),
      rule.cities,
      namesOf(rule.productGroupIds, groups),
    ].filter((names) => names.length > 0)
    const whom = t(`leads.ui.ruleTo.${rule.to}`, { name: (rule.user ?? rule.team)?.name ?? '—' })
    const which =
      conditions.length > 0
        ? conditions.map((names) => format.list(names)).join(' · ')
        : t('leads.ui.forEvery')
    return `${which}: ${whom}`
  }
}
