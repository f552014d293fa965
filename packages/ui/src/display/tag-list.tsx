import { X } from 'lucide-react'
import { Tag as AriaTag, TagList as AriaTagList, Button, TagGroup } from 'react-aria-components'
import { cx } from '../cx.ts'
import { useTexts } from '../provider/ui-context.ts'
import { tagClass } from './tag.tsx'
import { type Tone, toneClass } from './tone.ts'

export type TagListProps = {
  label: string
  tags: readonly { id: string; label: string; tone?: Tone }[]
  /** With it every tag has a remove button and the Delete key works. */
  onRemove?: (ids: ReadonlySet<string>) => void
  className?: string
}

/** Tags that can be reached by keyboard and removed. */
export const TagList = ({ label, tags, onRemove, className }: TagListProps) => {
  const t = useTexts()
  return (
    <TagGroup
      aria-label={label}
      {...(onRemove && { onRemove: (keys: Set<unknown>) => onRemove(new Set([...keys].map(String))) })}
      className={cx('min-w-0', className)}
    >
      <AriaTagList className="flex flex-wrap gap-1">
        {tags.map((tag) => (
          <AriaTag
            key={tag.id}
            id={tag.id}
            textValue={tag.label}
            className={cx(tagClass, onRemove && 'pe-0.5', toneClass[tag.tone ?? 'neutral'])}
          >
            {tag.label}
            {onRemove && (
              <Button
                slot="remove"
                aria-label={`${t.remove} ${tag.label}`}
                className="grid size-tag cursor-pointer place-items-center rounded-tag data-hovered:bg-line"
              >
                <X size={13} aria-hidden />
              </Button>
            )}
          </AriaTag>
        ))}
      </AriaTagList>
    </TagGroup>
  )
}
