import { invalidateTopics, useProblemText } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { type Reorder, reordered, SortableList } from '@peyvand/ui/data'
import type { ReactNode } from 'react'

type Props<T> = {
  label: string
  items: readonly T[]
  mayOrder: boolean
  /** Writes the new order; why it failed is told here, and `topics` are read again. */
  onOrder: (items: T[]) => Promise<unknown>
  topics: readonly string[]
  render: (item: T) => ReactNode
}

/** Records whose order counts: put in order by dragging by who may, listed for all others. */
export const OrderedList = <T extends { id: string; name: string }>(props: Props<T>) => {
  const { label, items, mayOrder, onOrder, topics, render } = props
  const problem = useProblemText()
  if (!mayOrder)
    return (
      <ul>
        {items.map((item) => (
          <li key={item.id} className="flex min-h-row items-center border-b border-line px-4 last:border-b-0">
            {render(item)}
          </li>
        ))}
      </ul>
    )
  const rows = items.map((item) => ({ ...item, label: item.name }))
  const order = async (move: Reorder) => {
    try {
      await onOrder(reordered(rows, move))
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(topics)
  }
  return <SortableList label={label} items={rows} onReorder={(move) => void order(move)} render={render} />
}
