import { usePermission, useT } from '@peyvand/platform/web'
import { Button } from '@peyvand/ui'
import { RotateCcw } from 'lucide-react'
import { type BulkProps, useBulk } from './use-bulk.ts'

/** Brings chosen records back from the recycle bin. */
export const RestoreMany = (props: BulkProps) => {
  const t = useT()
  const mayChange = usePermission('records.massUpdate')
  const { runNow } = useBulk(props)
  return mayChange ? (
    <Button
      size="small"
      icon={<RotateCcw size={16} aria-hidden />}
      onPress={() => runNow({ type: 'restore' })}
    >
      {t('records.restore')}
    </Button>
  ) : null
}
