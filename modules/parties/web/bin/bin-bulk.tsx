import type { Selection } from '@peyvand/platform/contract'
import { usePermission, useT } from '@peyvand/platform/web'
import { Button } from '@peyvand/ui'
import { RotateCcw } from 'lucide-react'
import { useBulk } from '../list/use-bulk.ts'

type Props = { selection: Selection; clear: () => void }

/** Takes many parties out of the bin at once. */
export const BinBulk = ({ selection, clear }: Props) => {
  const t = useT()
  const { runNow } = useBulk(selection, clear)
  if (!usePermission('parties.massUpdate')) return null
  return (
    <Button
      size="small"
      icon={<RotateCcw size={16} aria-hidden />}
      onPress={() => runNow({ type: 'restore' })}
    >
      {t('parties.restore')}
    </Button>
  )
}
