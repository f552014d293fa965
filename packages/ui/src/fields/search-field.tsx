import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { SearchField as AriaSearchField, Button, Group, Input } from 'react-aria-components'
import { Kbd } from '../display/kbd.tsx'
import { useTexts } from '../provider/ui-context.ts'
import { boxClass, fieldClass, innerButtonClass, innerInputClass } from './field-class.ts'

export type SearchFieldProps = {
  /** Said by screen readers; the placeholder shows it too unless one is given. */
  label: string
  value: string
  onChange: (value: string) => void
  onSubmit?: (value: string) => void
  placeholder?: string
  shortcut?: string
  autoFocus?: boolean
  className?: string
  ref?: Ref<HTMLInputElement>
}

export const SearchField = ({ label, placeholder, shortcut, className, ref, ...rest }: SearchFieldProps) => {
  const t = useTexts()
  return (
    <AriaSearchField {...rest} aria-label={label} className={fieldClass(className)}>
      <Group className={boxClass('ps-2.5 pe-1.5')}>
        <Search size={16} className="shrink-0 text-muted" aria-hidden />
        <Input
          ref={ref ?? null}
          dir={rest.value ? 'auto' : undefined}
          placeholder={placeholder ?? label}
          className={innerInputClass('px-2 [&::-webkit-search-cancel-button]:hidden')}
        />
        {rest.value === '' ? (
          shortcut && <Kbd>{shortcut}</Kbd>
        ) : (
          <Button aria-label={t.clear} className={innerButtonClass()}>
            <X />
          </Button>
        )}
      </Group>
    </AriaSearchField>
  )
}
