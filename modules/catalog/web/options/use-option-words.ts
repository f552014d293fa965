import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import type {
  ConfigurationFault,
  Configurator,
  OptionEffect,
  OptionGroup,
  OptionRule,
} from '../../contract/index.ts'
import { useAmount } from '../fields/use-amount.ts'

/** Options, groups, rules and faults of a design in plain words. */
export function useOptionWords({ groups }: Pick<Configurator, 'groups'>) {
  const t = useT()
  const format = useFormat()
  const amount = useAmount()
  const nameOf = (id: string) =>
    groups.flatMap(({ options }) => options).find((option) => option.id === id)?.name ?? ''
  const namesOf = (ids: readonly string[]) => format.list(ids.map(nameOf))
  const percentOf = (text: string) => format.number(text.replace('-', ''), { decimals: 2 })
  return {
    nameOf,
    /** What an option does to the price; null where it does nothing. */
    effect: (effect: OptionEffect): string | null => {
      switch (effect.kind) {
        case 'none':
          return null
        case 'amount': {
          const of = amount(effect.amount.replace('-', ''), effect.currency)
          return t(effect.amount.startsWith('-') ? 'catalog.ui.less' : 'catalog.options.adds', { amount: of })
        }
        case 'percent':
          return t(
            effect.percent.startsWith('-') ? 'catalog.options.lessPercent' : 'catalog.options.addsPercent',
            { percent: percentOf(effect.percent) },
          )
        case 'product':
          return t('catalog.options.brings', {
            quantity: format.number(effect.quantity, { decimals: 6 }),
            unit: effect.unit.name,
            product: effect.product.name,
          })
      }
    },
    /** How many of a group may be chosen. */
    count: ({ min, max, options }: Pick<OptionGroup, 'min' | 'max' | 'options'>): string => {
      if (max === 1) return t('catalog.options.chooseOne')
      const most = max !== null && max < options.length ? max : null
      if (min > 0 && most !== null) return t('catalog.options.chooseBetween', { min, max: most })
      if (min > 0) return t('catalog.options.chooseFrom', { min })
      return most === null ? t('catalog.options.chooseAny') : t('catalog.options.chooseTo', { max: most })
    },
    rule: ({ kind, optionId, others }: Pick<OptionRule, 'kind' | 'optionId' | 'others'>): string =>
      t(`catalog.options.words.${kind}`, { option: nameOf(optionId), others: namesOf(others) }),
    fault: (fault: ConfigurationFault): string => {
      switch (fault.code) {
        case 'unknown':
          return t('catalog.options.fault.unknown')
        case 'tooFew':
        case 'tooMany':
          return t(`catalog.options.fault.${fault.code}`, {
            group: groups.find(({ id }) => id === fault.groupId)?.name ?? '',
            count: fault.count,
          })
        case 'requires':
        case 'excludes':
          return [
            t(`catalog.options.fault.${fault.code}`, {
              option: nameOf(fault.optionId),
              others: namesOf(fault.others),
            }),
            fault.reason,
          ]
            .filter(Boolean)
            .join(' ')
      }
    },
  }
}
