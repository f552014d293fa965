import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { Button } from '../../actions/button.tsx'
import { cx } from '../../cx.ts'
import { lazyPart } from '../../lazy-part.tsx'
import { Dialog } from '../../overlays/dialog.tsx'
import { Popover } from '../../overlays/popover.tsx'
import { useFormat } from '../../provider/use-format.ts'
import { useDataTexts } from '../texts.ts'
import { AddFilter } from './add-filter.tsx'
import { describeFilter } from './describe-filter.ts'
import { type Filter, type FilterField, fromChips, isCondition, tidyFilter, toChips } from './filter.ts'
import { ChipButton, FilterChip } from './filter-chip.tsx'
import { useChosenNames } from './use-chosen-names.ts'

const FilterBuilder = lazyPart(async () => (await import('./filter-builder.tsx')).FilterBuilder)
const ConditionForm = lazyPart(async () => (await import('./condition-form.tsx')).ConditionForm)

export type FilterChipsProps = {
  fields: readonly FilterField[]
  /** Complete conditions only; null is no filter. */
  value: Filter | null
  onChange: (filter: Filter | null) => void
  className?: string
}

/** The filter in plain words, one chip a condition; each is changed in its own popover. */
export const FilterChips = ({ fields, value, onChange, className }: FilterChipsProps) => {
  const t = useDataTexts()
  const format = useFormat()
  const names = useChosenNames()
  const chips = toChips(value)
  const say = (filter: Filter) => describeFilter(filter, { fields, t, format, nameOf: names.nameOf })
  const replace = (at: number, chip: Filter) => onChange(fromChips(chips.with(at, chip)))
  const [builder, setBuilder] = useState<{ filter: Filter | null } | null>(null)
  const openBuilder = () => setBuilder({ filter: value })

  return (
    <div role="group" aria-label={t.filters} className={cx('flex flex-wrap items-center gap-1.5', className)}>
      {chips.map((chip, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a condition has no identity but its place
        <FilterChip key={at} text={say(chip)} onRemove={() => onChange(fromChips(chips.toSpliced(at, 1)))}>
          {isCondition(chip) ? (
            <DialogTrigger>
              <ChipButton text={say(chip)} />
              <Popover label={t.editFilter(say(chip))} placement="bottom start" className="w-76">
                {(close) => (
                  <ConditionForm
                    fields={fields}
                    condition={chip}
                    onApply={(next) => {
                      replace(at, next)
                      close()
                    }}
                    onChosen={names.remember}
                  />
                )}
              </Popover>
            </DialogTrigger>
          ) : (
            <ChipButton text={say(chip)} onPress={openBuilder} />
          )}
        </FilterChip>
      ))}
      <AddFilter
        fields={fields}
        onAdd={(condition) => onChange(fromChips([...chips, condition]))}
        onChosen={names.remember}
      />
      <Button size="small" kind="quiet" icon={<SlidersHorizontal />} onPress={openBuilder}>
        {t.advancedFilter}
      </Button>
      {chips.length > 0 && (
        <Button size="small" kind="quiet" onPress={() => onChange(null)}>
          {t.clearFilters}
        </Button>
      )}
      {builder && (
        <Dialog
          isOpen
          onOpenChange={() => setBuilder(null)}
          title={t.advancedFilter}
          footer={
            <>
              <Button
                kind="primary"
                onPress={() => {
                  onChange(builder.filter && tidyFilter(builder.filter))
                  setBuilder(null)
                }}
              >
                {t.applyFilter}
              </Button>
              <Button onPress={() => setBuilder(null)}>{t.cancel}</Button>
            </>
          }
        >
          <FilterBuilder
            fields={fields}
            value={builder.filter}
            onChange={(filter, chosen) => {
              if (chosen) names.remember(chosen)
              setBuilder({ filter })
            }}
          />
        </Dialog>
      )}
    </div>
  )
}
