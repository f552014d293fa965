import { Plus } from 'lucide-react'
import { useState } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { Button } from '../../actions/button.tsx'
import { lazyPart } from '../../lazy-part.tsx'
import { Popover } from '../../overlays/popover.tsx'
import { useDataTexts } from '../texts.ts'
import {
  type Condition,
  type FilterField,
  type FilterOption,
  type FilterRelation,
  newCondition,
} from './filter.ts'

const FieldsShape = () => <div className="h-80" />
const FieldChoice = lazyPart(async () => (await import('./field-choice.tsx')).FieldChoice, FieldsShape)
const ConditionForm = lazyPart(async () => (await import('./condition-form.tsx')).ConditionForm)

export type AddFilterProps = {
  fields: readonly FilterField[]
  relations: readonly FilterRelation[]
  onAdd: (condition: Condition) => void
  /** Conditions on related records are written in the builder. */
  onAddRelation: (relation: FilterRelation) => void
  onChosen: (chosen: readonly FilterOption[]) => void
}

/** Quick add: type a field's name, choose it, give the value. */
export const AddFilter = ({ fields, relations, onAdd, onAddRelation, onChosen }: AddFilterProps) => {
  const t = useDataTexts()
  const [field, setField] = useState<FilterField | null>(null)
  return (
    <DialogTrigger onOpenChange={() => setField(null)}>
      <Button
        size="small"
        kind="quiet"
        icon={<Plus />}
        onHoverStart={FieldChoice.preload}
        onFocus={FieldChoice.preload}
      >
        {t.addFilter}
      </Button>
      <Popover label={t.addFilter} placement="bottom start" className="w-76">
        {(close) =>
          field ? (
            <ConditionForm
              fields={fields}
              condition={newCondition(field)}
              onApply={(condition) => {
                onAdd(condition)
                close()
              }}
              onChosen={onChosen}
            />
          ) : (
            <FieldChoice
              fields={fields}
              relations={relations}
              onChoose={setField}
              onChooseRelation={(relation) => {
                close()
                onAddRelation(relation)
              }}
            />
          )
        }
      </Popover>
    </DialogTrigger>
  )
}
