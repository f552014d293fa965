import { useState } from 'react'
import { Button } from '../../actions/button.tsx'
import { useDataTexts } from '../texts.ts'
import { ConditionRow } from './condition-row.tsx'
import { type Condition, type FilterField, type FilterOption, isComplete } from './filter.ts'

export type ConditionFormProps = {
  fields: readonly FilterField[]
  condition: Condition
  onApply: (condition: Condition) => void
  onChosen: (chosen: readonly FilterOption[]) => void
}

/** One condition of a known field in a popover; Enter applies it. */
export const ConditionForm = ({ fields, condition, onApply, onChosen }: ConditionFormProps) => {
  const t = useDataTexts()
  const [draft, setDraft] = useState(condition)
  const field = fields.find(({ key }) => key === condition.field)
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        if (isComplete(draft)) onApply(draft)
      }}
    >
      <p className="font-semibold">{field?.label ?? condition.field}</p>
      <ConditionRow
        fields={fields}
        condition={draft}
        onChange={(next, chosen) => {
          if (chosen) onChosen(chosen)
          setDraft(next)
        }}
        hideField
        autoFocus
      />
      <div className="flex items-center gap-2">
        <Button kind="primary" size="small" type="submit" isDisabled={!isComplete(draft)}>
          {t.applyFilter}
        </Button>
        {!isComplete(draft) && <span className="text-meta text-muted">{t.incompleteFilter}</span>}
      </div>
    </form>
  )
}
