import type { Selection } from '@peyvand/platform/contract'
import { usePermission, useProblemText, useT } from '@peyvand/platform/web'
import { Button, toast } from '@peyvand/ui'
import { RotateCcw } from 'lucide-react'
import { useBulk } from '../list/use-bulk.ts'

type Props = { selection: Selection; clear: () => void }

/** Takes many parties out of the bin at once. */
export const BinBulk = ({ selection, clear }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const run = useBulk(selection)
  if (!usePermission('parties.massUpdate')) return null
  const restore = async () => {
    try {
      await run({ type: 'restore' })
      clear()
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return (
    <Button size="small" icon={<RotateCcw size={16} aria-hidden />} onPress={() => void restore()}>
      {t('parties.restore')}
    </Button>
  )
}
