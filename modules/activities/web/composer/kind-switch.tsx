import { composerMark } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { cx } from '@peyvand/ui'
import type { KeyboardEvent } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { type ActivityKind, activityKinds } from '../../contract/index.ts'
import { kindIcons } from '../kinds/kind-icons.ts'

type Props = { value: ActivityKind | null; onChange: (kind: ActivityKind) => void }

/** The eight kinds side by side: arrows move, the digits 1 to 8 choose at once. */
export const KindSwitch = ({ value, onChange }: Props) => {
  const t = useT()
  const onKeyDown = (event: KeyboardEvent) => {
    const kind = activityKinds[Number(/^(?:Digit|Numpad)([1-8])$/.exec(event.code)?.[1]) - 1]
    if (!kind || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onChange(kind)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- digits of the group inside
    <div onKeyDown={onKeyDown} className="@container">
      <ToggleButtonGroup
        aria-label={t('activities.kind')}
        selectionMode="single"
        selectedKeys={value ? [value] : []}
        onSelectionChange={(keys) => {
          const kind = activityKinds.find((one) => keys.has(one)) ?? value
          if (kind) onChange(kind)
        }}
        className="grid grid-cols-4 gap-1 @md:grid-cols-8"
      >
        {activityKinds.map((kind) => {
          const Icon = kindIcons[kind]
          return (
            <ToggleButton
              key={kind}
              id={kind}
              {...(kind === activityKinds[0] && { [composerMark]: '' })}
              className={cx(
                'flex min-h-13 min-w-0 cursor-pointer flex-col items-center justify-center gap-0.5 rounded-control border border-transparent px-1 text-meta whitespace-nowrap text-muted transition-colors duration-120',
                'data-hovered:bg-surface-2 data-hovered:text-text data-selected:border-accent/30 data-selected:bg-accent-soft data-selected:font-semibold data-selected:text-accent-text',
              )}
            >
              <Icon size={18} aria-hidden />
              {t(`activities.kind.${kind}`)}
            </ToggleButton>
          )
        })}
      </ToggleButtonGroup>
    </div>
  )
}
