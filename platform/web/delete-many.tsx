import { Button, confirm } from '@peyvand/ui'
import { Trash2 } from 'lucide-react'
import { useT } from './i18n.ts'

interface Props {
  /** What is asked before. */
  title: string
  body: string
  onDelete: () => void
}

/** Deletes the chosen records of a list, once that is confirmed. */
export const DeleteMany = ({ title, body, onDelete }: Props) => {
  const t = useT()
  const ask = async () => {
    const isSure = await confirm({ title, body, confirmLabel: t('web.delete'), isDanger: true })
    if (isSure) onDelete()
  }
  return (
    <Button size="small" kind="danger" icon={<Trash2 size={16} aria-hidden />} onPress={() => void ask()}>
      {t('web.delete')}
    </Button>
  )
}
