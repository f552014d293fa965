import { useValues } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import type { Conditions } from '../../contract/index.ts'
import { usePartyGroupOptions } from './use-party-group-options.ts'

/** Conditions in plain words, one part each: «برای مشتریان طلایی و ویژه», «تا ۳۰ آذر». */
export function useConditionWords() {
  const t = useT()
  const format = useFormat()
  const levels = useValues('customerLevels')
  const groups = usePartyGroupOptions()
  const named = (options: readonly { id: string; label: string }[], ids: readonly string[]) =>
    format.list(ids.flatMap((id) => options.find((one) => one.id === id)?.label ?? []))
  return ({ levelIds, groups: keys, channels, validFrom, validTo }: Conditions): string[] => [
    ...(levelIds.length > 0 ? [t('catalog.words.levels', { names: named(levels, levelIds) })] : []),
    ...(keys.length > 0 ? [t('catalog.words.groups', { names: named(groups, keys) })] : []),
    ...(channels.length === 1
      ? [t('catalog.words.channel', { name: t(`catalog.channel.${channels[0]}`) })]
      : []),
    ...(validFrom && validTo
      ? [t('catalog.words.between', { from: format.date(validFrom), to: format.date(validTo) })]
      : validFrom
        ? [t('catalog.words.from', { from: format.date(validFrom) })]
        : validTo
          ? [t('catalog.words.to', { to: format.date(validTo) })]
          : []),
  ]
}
