import { Button, Dialog } from '@peyvand/ui'
import { useT } from '../i18n.ts'

/** A field that two people see differently, in words; null where it is empty. */
export interface ConflictLine {
  label: string
  mine: string | null
  theirs: string | null
}

/** Save mine over theirs, take theirs, or go back to the form. */
export type Decision = 'mine' | 'theirs' | 'back'

type Props = { lines: readonly ConflictLine[]; onDecide: (decision: Decision) => void }

/** Both versions of a record that somebody else saved while it was being changed here. */
export const ConflictDialog = ({ lines, onDecide }: Props) => {
  const t = useT()
  return (
    <Dialog
      isOpen
      size="large"
      onOpenChange={() => onDecide('back')}
      title={t('web.conflict.title')}
      footer={
        <>
          <Button kind="primary" onPress={() => onDecide('mine')}>
            {t('web.conflict.keepMine')}
          </Button>
          <Button onPress={() => onDecide('theirs')}>{t('web.conflict.takeTheirs')}</Button>
          <Button onPress={() => onDecide('back')}>{t('web.conflict.back')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{t('web.conflict.body')}</p>
        {lines.length === 0 ? (
          <p className="text-muted">{t('web.conflict.same')}</p>
        ) : (
          <table className="w-full table-fixed border-collapse text-start">
            <thead>
              <tr className="border-b border-line text-meta text-muted">
                <th className="w-1/4 py-1.5 pe-2 text-start font-normal">{t('web.conflict.field')}</th>
                <th className="py-1.5 pe-2 text-start font-normal">{t('web.conflict.mine')}</th>
                <th className="py-1.5 text-start font-normal">{t('web.conflict.theirs')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ label, mine, theirs }) => (
                <tr key={label} className="border-b border-line align-top">
                  <th scope="row" className="py-2 pe-2 text-start font-normal text-muted">
                    {label}
                  </th>
                  <td className="py-2 pe-2 font-medium break-words whitespace-pre-line">{mine ?? '—'}</td>
                  <td className="py-2 break-words whitespace-pre-line">{theirs ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Dialog>
  )
}
