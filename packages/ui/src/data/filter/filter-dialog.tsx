import { Button } from '../../actions/button.tsx'
import { Dialog } from '../../overlays/dialog.tsx'
import { useDataTexts } from '../texts.ts'
import { type Filter, tidyFilter } from './filter.ts'
import { FilterBuilder, type FilterBuilderProps } from './filter-builder.tsx'

export type FilterDialogProps = FilterBuilderProps & {
  onApply: (filter: Filter | null) => void
  onClose: () => void
}

/** The builder in a window, a sheet on a phone; nothing happens to the list before it is applied. */
export const FilterDialog = ({ onApply, onClose, ...builder }: FilterDialogProps) => {
  const t = useDataTexts()
  const apply = (filter: Filter | null) => {
    onApply(filter)
    onClose()
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t.advancedFilter}
      footer={
        <>
          <Button kind="primary" onPress={() => apply(builder.value && tidyFilter(builder.value))}>
            {t.applyFilter}
          </Button>
          <Button onPress={onClose}>{t.cancel}</Button>
          {builder.value && (
            <Button kind="quiet" onPress={() => apply(null)}>
              {t.clearFilters}
            </Button>
          )}
        </>
      }
    >
      <FilterBuilder {...builder} />
    </Dialog>
  )
}
