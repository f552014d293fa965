import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Disclosure as AriaDisclosure,
  Button,
  DisclosureGroup,
  DisclosurePanel,
  Heading,
} from 'react-aria-components'
import { cx } from '../cx.ts'

export type DisclosureProps = {
  /** Needed inside an Accordion. */
  id?: string
  title: ReactNode
  /** Beside the title, e.g. a count. */
  aside?: ReactNode
  isOpen?: boolean
  defaultOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  children: ReactNode
}

/** A part that opens and closes. */
export const Disclosure = ({
  title,
  aside,
  isOpen,
  defaultOpen,
  onOpenChange,
  children,
  id,
}: DisclosureProps) => (
  <AriaDisclosure
    {...(id && { id })}
    {...(isOpen === undefined ? {} : { isExpanded: isOpen })}
    {...(defaultOpen === undefined ? {} : { defaultExpanded: defaultOpen })}
    {...(onOpenChange && { onExpandedChange: onOpenChange })}
  >
    <Heading className="flex items-center">
      <Button
        slot="trigger"
        className="group flex min-h-control flex-1 cursor-pointer items-center gap-2 rounded-control py-1 text-start text-body font-medium data-hovered:text-accent-text"
      >
        <ChevronLeft
          size={16}
          className={cx(
            'shrink-0 text-muted transition-transform duration-120',
            'ltr:rotate-180 group-aria-expanded:-rotate-90',
          )}
          aria-hidden
        />
        {title}
      </Button>
      {aside}
    </Heading>
    <DisclosurePanel className="ps-6">
      <div className="pb-3 pt-1">{children}</div>
    </DisclosurePanel>
  </AriaDisclosure>
)

export type AccordionProps = {
  children: ReactNode
  allowsMultiple?: boolean
  /** Ids of the parts open at first. */
  defaultOpen?: string[]
}

/** Disclosures of which, by default, one is open. Each needs an `id`. */
export const Accordion = ({ children, allowsMultiple = false, defaultOpen = [] }: AccordionProps) => (
  <DisclosureGroup
    allowsMultipleExpanded={allowsMultiple}
    defaultExpandedKeys={defaultOpen}
    className="divide-y divide-line"
  >
    {children}
  </DisclosureGroup>
)
