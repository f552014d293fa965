import {
  callApi,
  invalidateTopics,
  PageProblem,
  PageSkeleton,
  usePageTitle,
  usePermission,
  useProblemText,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import {
  Breadcrumbs,
  Button,
  Card,
  confirm,
  EmptyState,
  IconButton,
  Menu,
  MenuItem,
  MenuTrigger,
  PageHeader,
  toast,
  useFormat,
} from '@peyvand/ui'
import { type TreeMove, type TreeNode, TreeView } from '@peyvand/ui/data'
import { Ellipsis, FolderTree, List, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import {
  deleteProductGroupRoute,
  listProductGroupsRoute,
  type ProductGroup,
  updateProductGroupRoute,
} from '../../contract/index.ts'
import { GroupDialog } from './group-dialog.tsx'
import { placeOf } from './place-of.ts'

const groupTopics = ['product-groups', 'products'] as const

type Opened = { group: ProductGroup } | { parentId: string | null }

/** The tree of product groups, put in order by dragging. */
export const ProductGroupsPage = () => {
  const t = useT()
  const title = t('catalog.ui.productGroups')
  usePageTitle(title)
  const mayManage = usePermission('catalog.manage')
  const [opened, setOpened] = useState<Opened | null>(null)
  const { data, error, refetch } = useRoute(listProductGroupsRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const add = mayManage && (
    <Button
      kind="primary"
      icon={<Plus size={16} aria-hidden />}
      onPress={() => setOpened({ parentId: null })}
    >
      {t('catalog.ui.newGroup')}
    </Button>
  )
  return (
    <div className="mx-auto flex w-full max-w-220 flex-col gap-4">
      <PageHeader
        title={title}
        breadcrumbs={
          <Breadcrumbs items={[{ label: t('catalog.nav'), href: '/products' }, { label: title }]} />
        }
        actions={add}
      />
      {data.items.length === 0 ? (
        <EmptyState icon={<FolderTree />} title={t('catalog.ui.noGroups')} action={add}>
          {t('catalog.ui.noGroupsHint')}
        </EmptyState>
      ) : (
        <Card>
          <GroupTreeView groups={data.items} mayManage={mayManage} onOpen={setOpened} />
        </Card>
      )}
      {opened && <GroupDialog {...opened} onClose={() => setOpened(null)} />}
    </div>
  )
}

type Props = { groups: readonly ProductGroup[]; mayManage: boolean; onOpen: (opened: Opened) => void }

const GroupTreeView = ({ groups, mayManage, onOpen }: Props) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const acted = async (act: Promise<unknown>) => {
    try {
      await act
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(groupTopics)
  }
  const move = (given: TreeMove) => {
    const [id] = given.ids
    const group = groups.find((one) => one.id === id)
    if (group)
      void acted(
        callApi(updateProductGroupRoute, {
          params: { id: group.id },
          body: { version: group.version, ...placeOf(groups, given) },
        }),
      )
  }
  const remove = async ({ id, name }: ProductGroup) => {
    const isSure = await confirm({
      title: t('catalog.ui.deleteGroupTitle', { name }),
      body: t('catalog.ui.deleteGroupBody'),
      confirmLabel: t('web.delete'),
      isDanger: true,
    })
    if (isSure) await acted(callApi(deleteProductGroupRoute, { params: { id } }))
  }
  const nodesBelow = (parentId: string | null): TreeNode[] =>
    groups
      .filter((group) => group.parentId === parentId)
      .map(({ id, name, products }) => ({
        id,
        label: name,
        meta: format.number(products),
        children: nodesBelow(id),
      }))
  const actions = ({ id }: TreeNode) => {
    const group = groups.find((one) => one.id === id)
    if (!group) return null
    const { name } = group
    const filter = JSON.stringify({ field: 'group', op: 'in', value: [id] })
    return (
      <MenuTrigger>
        <IconButton label={t('catalog.ui.actionsOf', { name })} icon={<Ellipsis />} />
        <Menu aria-label={t('catalog.ui.actionsOf', { name })}>
          <MenuItem icon={<List />} href={`/products?filter=${encodeURIComponent(filter)}`}>
            {t('catalog.ui.productsOf', { name })}
          </MenuItem>
          {mayManage ? (
            <MenuItem icon={<Plus />} onAction={() => onOpen({ parentId: id })}>
              {t('catalog.ui.newBelow', { name })}
            </MenuItem>
          ) : null}
          {mayManage ? (
            <MenuItem icon={<Pencil />} onAction={() => onOpen({ group })}>
              {t('web.edit')}
            </MenuItem>
          ) : null}
          {mayManage ? (
            <MenuItem icon={<Trash2 />} isDanger onAction={() => void remove(group)}>
              {t('web.delete')}
            </MenuItem>
          ) : null}
        </Menu>
      </MenuTrigger>
    )
  }
  return (
    <TreeView
      label={t('catalog.ui.productGroups')}
      nodes={nodesBelow(null)}
      defaultExpanded={groups.map(({ id }) => id)}
      actions={actions}
      {...(mayManage && { onMove: move })}
    />
  )
}
