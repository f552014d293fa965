import { useT } from '@peyvand/platform/web'
import { Button, DialogTrigger, Kbd, Popover } from '@peyvand/ui'
import { Keyboard } from 'lucide-react'

const keys = [
  ['Alt L', 'lines'],
  ['F2', 'edit'],
  ['Tab', 'next'],
  ['Enter', 'below'],
  ['Ctrl D', 'copyAbove'],
  ['Insert', 'insert'],
  ['Ctrl Delete', 'remove'],
  ['Alt ↑↓', 'move'],
  ['Ctrl Enter', 'details'],
  ['Ctrl Z', 'undo'],
  ['Ctrl V', 'paste'],
  ['F8', 'fault'],
  ['Ctrl S', 'save'],
] as const

/** What the keyboard does in the grid of lines. */
export const LineKeys = () => {
  const t = useT()
  return (
    <DialogTrigger>
      <Button size="small" kind="quiet" icon={<Keyboard size={15} aria-hidden />}>
        {t('documents.ui.keys')}
      </Button>
      <Popover label={t('documents.ui.keys')} className="max-w-110">
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-3 gap-y-2">
          {keys.map(([key, name]) => (
            <div key={key} className="contents">
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd className="text-body">{t(`documents.key.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </Popover>
    </DialogTrigger>
  )
}
