import { Columns3 } from 'lucide-react'
import { DialogTrigger } from 'react-aria-components'
import { IconButton } from '../../actions/icon-button.tsx'
import { lazyPart } from '../../lazy-part.tsx'
import { Popover } from '../../overlays/popover.tsx'
import { useDataTexts } from '../texts.ts'
import type { ColumnListProps } from './column-list.tsx'

const ListShape = ({ columns }: ColumnListProps) => (
  <div style={{ height: `${columns.length * 2.25 + 5}rem` }} />
)
const ColumnList = lazyPart(async () => (await import('./column-list.tsx')).ColumnList, ListShape)

/** Which columns are shown and in what order. */
export const ColumnChooser = (props: ColumnListProps) => {
  const t = useDataTexts()
  return (
    <DialogTrigger>
      <IconButton
        label={t.columns}
        icon={<Columns3 />}
        onHoverStart={ColumnList.preload}
        onFocus={ColumnList.preload}
      />
      <Popover label={t.columns} placement="top end" className="w-72">
        <ColumnList {...props} />
      </Popover>
    </DialogTrigger>
  )
}
