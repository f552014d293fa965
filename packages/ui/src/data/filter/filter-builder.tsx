import { useFormat } from '../../provider/use-format.ts'
import { useDataTexts } from '../texts.ts'
import { describeFilter } from './describe-filter.ts'
import {
  asGroup,
  type Filter,
  type FilterField,
  type FilterOption,
  type FilterRelation,
  tidyFilter,
} from './filter.ts'
import { FilterGroupEditor } from './filter-group-editor.tsx'

export type FilterBuilderProps = {
  fields: readonly FilterField[]
  relations?: readonly FilterRelation[]
  /** May hold half-written conditions; `tidyFilter` takes them out before sending. */
  value: Filter | null
  onChange: (filter: Filter | null, chosen?: readonly FilterOption[]) => void
  /** Names of values chosen before, for the sentence below. */
  nameOf?: (field: FilterField, value: string) => string | undefined
}

/** The whole filter as groups of conditions in plain words, nested up to three deep, and read back as a sentence. */
export const FilterBuilder = ({ fields, relations = [], value, onChange, nameOf }: FilterBuilderProps) => {
  const t = useDataTexts()
  const format = useFormat()
  const complete = value && tidyFilter(value)
  return (
    <>
      <FilterGroupEditor
        fields={fields}
        relations={relations}
        group={asGroup(value)}
        depth={0}
        onChange={onChange}
      />
      {complete && (
        <p className="mt-4 rounded-control bg-surface-2 px-3 py-2 text-meta" role="status">
          <span className="text-muted">{t.filterReads}</span>{' '}
          {describeFilter(complete, { fields, relations, t, format, nameOf })}
        </p>
      )}
    </>
  )
}
