import { Button } from 'react-aria-components'

interface ListButtonProps {
  label: string
  count: string
  isOpen: boolean
  onPress: () => void
}

export function ListButton({ label, count, isOpen, onPress }: ListButtonProps) {
  return (
    <Button
      onPress={onPress}
      aria-pressed={isOpen}
      className="flex min-h-field w-full cursor-pointer items-center gap-2 rounded-control px-3 text-start data-hovered:bg-surface-2 aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent-text"
    >
      <span className="min-w-0 flex-1 truncate">{label}</span>
      <span className="text-badge text-muted">{count}</span>
    </Button>
  )
}
