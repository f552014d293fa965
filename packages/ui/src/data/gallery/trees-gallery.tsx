import { Users } from 'lucide-react'
import { useState } from 'react'
import { Grid, Specimen } from '../../gallery/specimen.tsx'
import { useWords } from '../../gallery/words.ts'
import { toast } from '../../overlays/toast.ts'
import { PermissionMatrix, type PermissionValue } from '../permissions/permission-matrix.tsx'
import { reordered } from '../sortable/reorder.ts'
import { SortableList } from '../sortable/sortable-list.tsx'
import { StepsTree } from '../tree/steps-tree.tsx'
import { type TreeNode, TreeView } from '../tree/tree-view.tsx'
import { useSampleSteps } from './sample-steps.ts'

export const TreesGallery = () => {
  const say = useWords()
  const steps = useSampleSteps()
  const [selected, setSelected] = useState<string | null>('tehran')
  const node = (id: string, label: string, children: readonly TreeNode[] = []): TreeNode => ({
    id,
    label,
    icon: <Users />,
    children,
  })
  const teams = [
    node('sales', say('فروش', 'Sales'), [
      node('tehran', say('تهران', 'Tehran'), [node('north', say('شمال شهر', 'North of the city'))]),
      node('mashhad', say('مشهد', 'Mashhad')),
    ]),
    node('support', say('پشتیبانی', 'Support')),
  ]
  return (
    <Specimen title={say('درخت‌ها', 'Trees')}>
      <Grid>
        <TreeView
          label={say('تیم‌ها', 'Teams')}
          nodes={teams}
          selectedId={selected}
          onSelect={setSelected}
          defaultExpanded={['sales', 'tehran']}
          onMove={({ ids, targetId, position }) => toast({ title: `${ids.join()} ${position} ${targetId}` })}
        />
        <StepsTree steps={steps} />
        <SortableGallery />
      </Grid>
    </Specimen>
  )
}

const SortableGallery = () => {
  const say = useWords()
  const [items, setItems] = useState([
    { id: 'credit', label: say('سقف اعتبار', 'Credit limit') },
    { id: 'since', label: say('آغاز همکاری', 'Working together since') },
    { id: 'branches', label: say('شمار شعبه‌ها', 'Branches') },
  ])
  return (
    <SortableList
      label={say('فیلدها', 'Fields')}
      items={items}
      onReorder={(move) => setItems(reordered(items, move))}
      render={({ label }) => label}
      className="rounded-panel border border-line"
    />
  )
}

export const PermissionsGallery = () => {
  const say = useWords()
  const [value, setValue] = useState<PermissionValue>({
    parties: { read: 'subtree', create: 'all', edit: 'team', delete: 'own' },
    activities: { read: 'team', create: 'all', edit: 'own' },
  })
  return (
    <Specimen title={say('ماتریس دسترسی', 'Permission matrix')}>
      <PermissionMatrix
        label={say('دسترسی‌های نقش', 'Permissions of the role')}
        rows={[
          { id: 'parties', label: say('مخاطبان', 'Parties') },
          { id: 'activities', label: say('فعالیت‌ها', 'Activities') },
          { id: 'reports', label: say('گزارش‌ها', 'Reports') },
        ]}
        actions={[
          { id: 'read', label: say('مشاهده', 'Read') },
          { id: 'create', label: say('ایجاد', 'Create') },
          { id: 'edit', label: say('ویرایش', 'Edit') },
          { id: 'delete', label: say('حذف', 'Delete') },
        ]}
        scopesOf={scopesOf}
        value={value}
        onChange={setValue}
      />
    </Specimen>
  )
}

const scopesOf = (row: string, action: string) => {
  if (row === 'reports' && action !== 'read') return []
  return action === 'create'
    ? (['none', 'all'] as const)
    : (['none', 'own', 'team', 'subtree', 'all'] as const)
}
