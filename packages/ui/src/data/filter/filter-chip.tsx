import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../actions/button.tsx'
import { useDataTexts } from '../texts.ts'

type FilterChipProps = { text: string; onRemove: () => void; children: ReactNode }

/** A button in words with its remove button. */
export const FilterChip = ({ text, onRemove, children }: FilterChipProps) => {
  const t = useDataTexts()
  return (
    <span className="inline-flex max-w-full items-center rounded-control border border-accent/30 bg-accent-soft text-meta text-accent-text">
      {children}
      <Button
        kind="quiet"
        size="small"
        aria-label={t.removeFilter(text)}
        onPress={onRemove}
        className="min-w-tag rounded-s-none px-1 text-accent-text!"
      >
        <X aria-hidden />
      </Button>
    </span>
  )
}

export const ChipButton = ({ text, onPress }: { text: string; onPress?: () => void }) => {
  const t = useDataTexts()
  return (
    <Button
      kind="quiet"
      size="small"
      aria-label={t.editFilter(text)}
      className="min-w-0 shrink rounded-e-none text-accent-text! *:truncate"
      {...(onPress ? { onPress } : {})}
    >
      <bdi className="max-w-80 truncate">{text}</bdi>
    </Button>
  )
}
