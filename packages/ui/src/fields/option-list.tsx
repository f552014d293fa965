import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ListBox, ListBoxItem, type ListBoxProps, Text } from 'react-aria-components'
import { cx } from '../cx.ts'
import type { Option } from './option.ts'

export type OptionListProps<T extends string> = {
  options: readonly Option<T>[]
  empty?: ReactNode
} & Pick<ListBoxProps<Option<T>>, 'aria-label'>

/** The list inside a field's popover. */
export const OptionList = <T extends string>({ options, empty, ...rest }: OptionListProps<T>) => (
  <ListBox
    {...rest}
    items={options}
    renderEmptyState={() => <div className="px-2.5 py-2 text-body text-muted">{empty}</div>}
    className="max-h-80 overflow-auto p-1 outline-none"
  >
    {(option) => <OptionItem option={option} />}
  </ListBox>
)

const OptionItem = ({ option }: { option: Option }) => (
  <ListBoxItem
    id={option.id}
    textValue={option.label}
    isDisabled={option.isDisabled ?? false}
    className="flex min-h-control cursor-pointer items-center gap-2 rounded-tag px-2.5 py-1 text-body outline-none data-focused:bg-surface-2 data-selected:font-medium data-selected:text-accent-text data-disabled:opacity-50"
  >
    {({ isSelected, selectionMode }) => (
      <>
        {option.icon}
        <span className="min-w-0 flex-1">
          <Text slot="label" className="block truncate">
            {option.label}
          </Text>
          {option.description && (
            <Text slot="description" className="block truncate text-meta font-normal text-muted">
              {option.description}
            </Text>
          )}
        </span>
        {selectionMode !== 'none' && (
          <Check size={16} className={cx('shrink-0', !isSelected && 'invisible')} aria-hidden />
        )}
      </>
    )}
  </ListBoxItem>
)
