import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { Button } from '../../actions/button.tsx'
import { cx } from '../../cx.ts'
import { Badge } from '../../display/badge.tsx'
import { lazyPart } from '../../lazy-part.tsx'
import { Popover } from '../../overlays/popover.tsx'
import { useFormat } from '../../provider/use-format.ts'
import { useDataTexts } from '../texts.ts'
import { useIsPhone } from '../use-media.ts'
import { AddFilter } from './add-filter.tsx'
import { describeFilter } from './describe-filter.ts'
import {
  type Filter,
  type FilterField,
  type FilterRelation,
  fromChips,
  isCondition,
  partsOf,
  toChips,
} from './filter.ts'
import { ChipButton, FilterChip } from './filter-chip.tsx'
import { useChosenNames } from './use-chosen-names.ts'

const FilterDialog = lazyPart(async () => (await import('./filter-dialog.tsx')).FilterDialog)
const ConditionForm = lazyPart(async () => (await import('./condition-form.tsx')).ConditionForm)

export type FilterChipsProps = {
  fields: readonly FilterField[]
  relations?: readonly FilterRelation[]
  /** Complete conditions only; null is no filter. */
  value: Filter | null
  onChange: (filter: Filter | null) => void
  className?: string
}

/**
 * The filter in plain words, one chip a condition; each is changed in its own popover. On a phone one button opens the
 * whole filter as a sheet.
 */
export const FilterChips = ({ fields, relations = [], value, onChange, className }: FilterChipsProps) => {
  const t = useDataTexts()
  const format = useFormat()
  const names = useChosenNames()
  const chips = toChips(value)
  const say = (filter: Filter) =>
    describeFilter(filter, { fields, relations, t, format, nameOf: names.nameOf })
  const replace = (at: number, chip: Filter) => onChange(fromChips(chips.with(at, chip)))
  const [builder, setBuilder] = useState<{ filter: Filter | null } | null>(null)
  const openBuilder = () => setBuilder({ filter: value })
  const isPhone = useIsPhone()
  const dialog = builder && (
    <FilterDialog
      fields={fields}
      relations={relations}
      value={builder.filter}
      onChange={(filter, chosen) => {
        if (chosen) names.remember(chosen)
        setBuilder({ filter })
      }}
      nameOf={names.nameOf}
      onApply={onChange}
      onClose={() => setBuilder(null)}
    />
  )
  if (isPhone) {
    return (
      <div role="group" aria-label={t.filters} className={className}>
        <Button icon={<SlidersHorizontal />} onPress={openBuilder}>
          {t.filter}
          {value && <Badge>{format.number(partsOf(value).length)}</Badge>}
        </Button>
        {dialog}
      </div>
    )
  }

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
        relations={relations}
        onAdd={(condition) => onChange(fromChips([...chips, condition]))}
        onAddRelation={({ key }) => setBuilder({ filter: { and: [...chips, { relation: key }] } })}
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
      {dialog}
    </div>
  )
}
