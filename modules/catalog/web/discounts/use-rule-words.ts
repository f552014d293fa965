import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import type { DiscountRule } from '../../contract/index.ts'
import { useAmount } from '../fields/use-amount.ts'
import { useConditionWords } from '../fields/use-condition-words.ts'

/** A discount as a sentence: «۱۰٪ تخفیف روی گروه «چاپگر»، برای مشتریان طلایی، از ۱۰ واحد به بالا.» */
export function useRuleWords() {
  const t = useT()
  const format = useFormat()
  const amount = useAmount()
  const conditions = useConditionWords()
  return (rule: DiscountRule): string => {
    const cut =
      rule.kind === 'percent'
        ? t('catalog.words.percent', { percent: format.number(rule.percent ?? '0', { decimals: 2 }) })
        : t('catalog.words.amount', { amount: amount(rule.amount ?? '0', rule.currency) })
    const on = [...rule.products, ...rule.productGroups].map(({ name }) => name)
    const parts = [
      on.length > 0
        ? t('catalog.words.on', { cut, names: format.list(on) })
        : t('catalog.words.onAll', { cut }),
      ...conditions(rule),
      ...(rule.minQuantity === '0'
        ? []
        : [t('catalog.words.minQuantity', { quantity: format.number(rule.minQuantity, { decimals: 6 }) })]),
      ...(rule.code ? [t('catalog.words.code', { code: rule.code })] : []),
    ]
    return t('catalog.words.sentence', { parts: parts.join(t('catalog.words.comma')) })
  }
}
