import { Tag } from '@peyvand/ui'
import type { TagRef } from '../../contract/index.ts'
import { colorTone } from '../color-tone.ts'

/** A record's tags in their colours: in one line where a row has no more room, else in as many as they need. */
export const TagList = ({ tags, isOneLine = false }: { tags: readonly TagRef[]; isOneLine?: boolean }) => (
  <span className={isOneLine ? 'flex gap-1 overflow-hidden' : 'flex flex-wrap gap-1'}>
    {tags.map(({ id, name, color }) => (
      <Tag key={id} tone={colorTone[color]}>
        {name}
      </Tag>
    ))}
  </span>
)
