import { useValues } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { Button, lazyPart, type Option, useFormat, useUi } from '@peyvand/ui'
import { useIsPhone } from '@peyvand/ui/data'
import { CircleAlert, Plus } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { type DraftLine, newLine } from './draft-line.ts'
import { putLine } from './edit-lines.ts'
import { LineCards } from './line-cards.tsx'
import type { Sale } from './line-editing.ts'
import { LineGrid } from './line-grid.tsx'
import { LineKeys } from './line-keys.tsx'
import { showNextFault } from './show-fault.ts'
import { useEditorKeys } from './use-editor-keys.ts'
import { useLineFaults } from './use-line-faults.ts'
import { useLineHistory } from './use-line-history.ts'
import type { Preview } from './use-preview.ts'
import { useProductMatches } from './use-product-matches.ts'

const LineSheet = lazyPart(async () => (await import('./line-sheet.tsx')).LineSheet)

interface Props {
  lines: readonly DraftLine[]
  onChange: (lines: readonly DraftLine[]) => void
  hasPrices: boolean
  sale: Sale
  preview: Preview
}

/** The lines of a document: a spreadsheet where there is room, cards on a phone. */
export const LineEditor = ({ lines, onChange, hasPrices, sale, preview }: Props) => {
  const t = useT()
  const { currency } = sale
  const format = useFormat()
  const { moneyUnit } = useUi()
  const isPhone = useIsPhone()
  const units = useValues('units')
  const [opened, open] = useState<string | null>(null)
  const history = useLineHistory(lines, onChange)
  const unknown = useProductMatches(lines, onChange)
  const faults = useLineFaults({ lines, unknown, found: preview.faults, priced: preview.priced })
  const editor = useRef<HTMLDivElement>(null)
  useEditorKeys(editor)
  // The same object until it says something else: the rows of the grid hang on it.
  const unitNames = JSON.stringify(units)
  const reading = useMemo(
    () => ({
      currency,
      moneyUnit,
      units: (JSON.parse(unitNames) as Option[]).map(({ id, label }) => ({ id, name: label })),
    }),
    [currency, moneyUnit, unitNames],
  )
  const editing = {
    lines,
    history,
    hasPrices,
    reading,
    sale,
    priced: preview.priced,
    faults,
    onDetails: open,
  }
  const line = lines.find(({ key }) => key === opened)
  const add = () => {
    const made = newLine({ quantity: '1' })
    history.change(putLine(lines, made))
    open(made.key)
  }
  const firstFault = lines.findIndex(({ key }) => faults.has(key))
  return (
    <div ref={editor} className="flex flex-col gap-2">
      {firstFault >= 0 && (
        <output className="flex flex-wrap items-center gap-2 text-body text-bad">
          <CircleAlert size={16} aria-hidden />
          {t('documents.ui.linesToMend', { count: faults.size, first: format.number(firstFault + 1) })}
          <Button size="small" kind="quiet" onPress={() => editor.current && showNextFault(editor.current)}>
            {t('documents.ui.nextFault')}
          </Button>
        </output>
      )}
      {isPhone ? <LineCards {...editing} /> : <LineGrid {...editing} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" icon={<Plus size={15} aria-hidden />} onPress={add}>
          {t('documents.ui.addLine')}
        </Button>
        {!isPhone && <LineKeys />}
      </div>
      {line && <LineSheet {...editing} line={line} onClose={() => open(null)} />}
    </div>
  )
}
