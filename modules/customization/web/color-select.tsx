import { useT } from '@peyvand/platform/web'
import { Select, Tag } from '@peyvand/ui'
import type { Color } from '../contract/index.ts'
import { colorTone } from './color-tone.ts'

/** One of each shade that readers can tell apart; others stay where they were set before. */
const offered: readonly Color[] = ['gray', 'blue', 'green', 'amber', 'red', 'purple']

interface ColorSelectProps {
  value: Color | null
  onChange: (color: Color | null) => void
  isClearable?: boolean
}

export function ColorSelect({ value, onChange, isClearable = false }: ColorSelectProps) {
  const t = useT()
  const colors = value && !offered.includes(value) ? [...offered, value] : offered
  return (
    <Select
      label={t('customization.ui.color')}
      value={value}
      onChange={onChange}
      isClearable={isClearable}
      options={colors.map((id) => ({
        id,
        label: t(`customization.ui.color.${id}`),
        icon: (
          <Tag tone={colorTone[id]}>
            <span aria-hidden>●</span>
          </Tag>
        ),
      }))}
    />
  )
}
