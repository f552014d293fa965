import { ChevronDown, GripVertical } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button,
  Collection,
  DropIndicator,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
} from 'react-aria-components'
import { cx } from '../../cx.ts'
import { useDataTexts } from '../texts.ts'

export type TreeNode = {
  id: string
  label: string
  /** After the label: a count, a person. */
  meta?: ReactNode
  icon?: ReactNode
  children?: readonly TreeNode[]
}

export type TreeMove = { ids: readonly string[]; targetId: string; position: 'before' | 'after' | 'inside' }

export type TreeViewProps = {
  label: string
  nodes: readonly TreeNode[]
  selectedId?: string | null
  onSelect?: (id: string | null) => void
  /** Enter or double click. */
  onOpen?: (id: string) => void
  expanded?: readonly string[]
  defaultExpanded?: readonly string[]
  onExpandedChange?: (ids: readonly string[]) => void
  /** With it nodes can be dragged, by pointer or keyboard; a node is never moved into itself. */
  onMove?: (move: TreeMove) => void
  /** Buttons at the inline end of a node. */
  actions?: (node: TreeNode) => ReactNode
  empty?: ReactNode
  className?: string
}

/** Things inside things: teams, folders, categories. Arrow keys open and close as they point. */
export const TreeView = (props: TreeViewProps) => {
  const { label, nodes, selectedId, onSelect, onMove, actions, className } = props
  const t = useDataTexts()
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: onMove === undefined,
    getItems: (keys) =>
      [...keys].map((key) => ({ 'text/plain': findNode(nodes, String(key))?.label ?? String(key) })),
    onMove: ({ keys, target }) => {
      const position = target.dropPosition === 'on' ? 'inside' : target.dropPosition
      const ids = [...keys].map(String)
      const targetId = String(target.key)
      const isInside = ids.some((id) =>
        findNode(
          [findNode(nodes, id)].flatMap((node) => node ?? []),
          targetId,
        ),
      )
      if (!isInside) onMove?.({ ids, targetId, position })
    },
    renderDropIndicator: (target) => (
      <DropIndicator target={target} className="h-0.75 rounded-pill data-drop-target:bg-accent" />
    ),
  })
  const renderNode = (node: TreeNode) => (
    <TreeItem
      id={node.id}
      textValue={node.label}
      className="group/node flex min-h-row cursor-pointer items-center rounded-control pe-1 -outline-offset-2 data-hovered:bg-surface-2 data-selected:bg-accent-soft data-selected:text-accent-text data-dragging:opacity-45 data-drop-target:outline-2 data-drop-target:outline-accent"
    >
      <TreeItemContent>
        {({ level, hasChildItems, isExpanded, allowsDragging }) => (
          <div
            className="flex min-w-0 flex-1 items-center gap-1.5"
            style={{ paddingInlineStart: (level - 1) * 20 }}
          >
            {hasChildItems ? (
              <Button
                slot="chevron"
                className="grid size-tag shrink-0 cursor-pointer place-items-center rounded-tag text-muted data-hovered:bg-line"
              >
                <ChevronDown
                  size={16}
                  className={cx(
                    'transition-transform duration-120',
                    !isExpanded && '-rotate-90 rtl:rotate-90',
                  )}
                />
              </Button>
            ) : (
              <span className="w-tag shrink-0" />
            )}
            {node.icon && <span className="shrink-0 text-muted [&_svg]:size-4">{node.icon}</span>}
            <span className="min-w-0 flex-1 truncate">{node.label}</span>
            {node.meta && <span className="shrink-0 text-meta text-muted">{node.meta}</span>}
            {actions?.(node)}
            {allowsDragging && (
              <Button
                slot="drag"
                className="grid size-tag shrink-0 cursor-grab place-items-center rounded-tag text-muted opacity-0 group-data-focus-visible-within/node:opacity-100 group-data-hovered/node:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
              >
                <GripVertical size={16} />
              </Button>
            )}
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children ?? []}>{renderNode}</Collection>
    </TreeItem>
  )
  return (
    <Tree
      aria-label={label}
      items={nodes}
      {...(onMove ? { dragAndDropHooks } : {})}
      selectionMode={onSelect ? 'single' : 'none'}
      selectionBehavior="replace"
      {...(selectedId === undefined ? {} : { selectedKeys: selectedId === null ? [] : [selectedId] })}
      onSelectionChange={(keys) => {
        if (keys !== 'all') onSelect?.([...keys].map(String)[0] ?? null)
      }}
      {...(props.onOpen ? { onAction: (key) => props.onOpen?.(String(key)) } : {})}
      {...(props.expanded ? { expandedKeys: props.expanded } : {})}
      {...(props.defaultExpanded ? { defaultExpandedKeys: props.defaultExpanded } : {})}
      onExpandedChange={(keys) => props.onExpandedChange?.([...keys].map(String))}
      renderEmptyState={() => <p className="p-4 text-center text-muted">{props.empty ?? t.empty}</p>}
      className={cx('flex flex-col gap-0.5 overflow-auto outline-none', className)}
    >
      {renderNode}
    </Tree>
  )
}

const findNode = (nodes: readonly TreeNode[], id: string): TreeNode | undefined => {
  for (const node of nodes) {
    const found = node.id === id ? node : findNode(node.children ?? [], id)
    if (found) return found
  }
  return undefined
}
