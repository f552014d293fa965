import { getProductRoute } from '@peyvand/catalog/contract'
import { useValues } from '@peyvand/parties/web'
import { joinFacts } from '@peyvand/persian'
import { callApi, useT } from '@peyvand/platform/web'
import { type Option, useFormat } from '@peyvand/ui'
import { useRef } from 'react'
import { CellInput, type EditEnd } from './cell-input.tsx'
import { ChoiceInput } from './choice-input.tsx'
import { asFreeText, type DraftLine, withProduct } from './draft-line.ts'
import { withoutCell } from './edit-lines.ts'
import { searchProducts } from './find-products.ts'
import type { LineColumn } from './line-columns.ts'
import { type Reading, withCell } from './reading/read-cell.ts'

interface Props {
  line: DraftLine
  column: LineColumn
  label: string
  text: string
  typed: string | null
  reading: Reading
  /** The line as it is written now, or null where nothing changed. */
  onEnd: (line: DraftLine | null, end: EditEnd) => void
}

/** The field in a cell that is being written. */
export const LineCell = (props: Props) => {
  const { line, column, label, text, typed, reading, onEnd } = props
  switch (column) {
    case 'product':
      return <ProductCell {...props} />
    case 'unit':
      return <UnitCell {...props} />
    case 'name':
      return (
        <CellInput
          {...{ column, label, text, typed }}
          onWrite={(written, end) => onEnd(written === null ? null : withName(line, written.trim()), end)}
        />
      )
    case 'total':
      return null
    default:
      return (
        <CellInput
          {...{ column, label, text, typed }}
          onWrite={(written, end) =>
            onEnd(written === null ? null : withCell(line, { column, text: written, reading }), end)
          }
        />
      )
  }
}

const withName = (line: DraftLine, name: string): DraftLine =>
  name === '' ? withoutCell(line, 'name') : { ...line, name, quantity: line.quantity ?? '1' }

const freeText = 'freeText'

const ProductCell = ({ line, label, text, typed, onEnd }: Props) => {
  const t = useT()
  const format = useFormat()
  const found = useRef<Awaited<ReturnType<typeof searchProducts>>>([])
  const wanted = useRef('')
  const load = async (asked: string, signal: AbortSignal): Promise<Option[]> => {
    found.current = await searchProducts(asked, signal)
    return found.current.map(({ id, name, code, unit, price }) => ({
      id,
      label: name,
      description: joinFacts([format.digits(code), unit.name, price && format.money(price)]),
    }))
  }
  const choose = (id: string, end: EditEnd) => {
    const product = found.current.find((one) => one.id === id)
    // The next thing to write is the quantity.
    if (product) onEnd(withProduct(line, product, product.unit), end === 'below' ? 'next' : end)
    else if (id === freeText) onEnd(asFreeText(line, wanted.current), end === 'below' ? 'next' : end)
  }
  return (
    <ChoiceInput
      {...{ label, text, typed, load }}
      empty={t('documents.ui.noProductFound')}
      unreachable={t('documents.ui.findLater')}
      otherwise={(written) => {
        wanted.current = written
        return { id: freeText, label: t('documents.ui.asFreeText', { text: written }) }
      }}
      onChoose={choose}
      onWrite={(written, end) => {
        if (written === null) onEnd(null, end)
        else if (written === '') onEnd(withoutCell(line, 'product'), end)
        else onEnd({ ...line, product: null, wanted: written, quantity: line.quantity ?? '1' }, end)
      }}
    />
  )
}

const UnitCell = ({ line, label, text, typed, reading, onEnd }: Props) => {
  const t = useT()
  const all = useValues('units')
  const load = async (asked: string, signal: AbortSignal): Promise<Option[]> => {
    const units = line.product ? await unitsOf(line.product.id, signal) : all
    return units.filter((unit) => unit.label.includes(asked))
  }
  return (
    <ChoiceInput
      {...{ label, text, typed, load }}
      empty={t('documents.ui.noUnitFound')}
      unreachable={t('documents.ui.findLater')}
      onChoose={(id, end) => {
        const name = all.find((unit) => unit.id === id)?.label ?? ''
        onEnd({ ...withoutCell(line, 'unit'), unit: { id, name } }, end)
      }}
      onWrite={(written, end) =>
        onEnd(written === null ? null : withCell(line, { column: 'unit', text: written, reading }), end)
      }
    />
  )
}

async function unitsOf(id: string, signal: AbortSignal): Promise<Option[]> {
  const { unit, units } = await callApi(getProductRoute, { params: { id } }, { signal })
  return [unit, ...units.map((one) => one.unit)].map((one) => ({ id: one.id, label: one.name }))
}
