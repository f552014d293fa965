import { BulkDialog, useT } from '@peyvand/platform/web'
import { RadioGroup } from '@peyvand/ui'
import { useState } from 'react'
import { useValues } from '../choices/use-choices.ts'
import type { BulkDialogProps } from './bulk-actions.tsx'

const none = 'none'

/** Sets or clears the customer level of many parties. */
export const LevelDialog = (props: BulkDialogProps) => {
  const t = useT()
  const [levelId, setLevelId] = useState<string | null>(null)
  return (
    <BulkDialog
      {...props}
      title={t('parties.bulkAction.level')}
      action={levelId ? { type: 'update', values: { levelId: levelId === none ? null : levelId } } : null}
    >
      <RadioGroup
        label={t('parties.field.level')}
        options={[...useValues('customerLevels'), { id: none, label: t('parties.bulkNoLevel') }]}
        value={levelId}
        onChange={setLevelId}
      />
    </BulkDialog>
  )
}
