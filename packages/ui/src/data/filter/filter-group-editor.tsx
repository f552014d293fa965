import { FolderPlus, Link2, Plus, X } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import { Button } from '../../actions/button.tsx'
import { IconButton } from '../../actions/icon-button.tsx'
import { cx } from '../../cx.ts'
import { Select } from '../../fields/select.tsx'
import { Menu, MenuItem } from '../../overlays/menu.tsx'
import { useDataTexts } from '../texts.ts'
import { ConditionRow } from './condition-row.tsx'
import {
  type Filter,
  type FilterField,
  type FilterGroup,
  type FilterOption,
  type FilterRelation,
  isCondition,
  isRelation,
  MAX_DEPTH,
  newCondition,
  partsOf,
} from './filter.ts'
import { RelationRow } from './relation-row.tsx'

export type FilterGroupEditorProps = {
  fields: readonly FilterField[]
  relations: readonly FilterRelation[]
  group: FilterGroup
  depth: number
  onChange: (group: FilterGroup, chosen?: readonly FilterOption[]) => void
  onRemove?: () => void
  /** Without a box of its own: it stands in one. */
  isPlain?: boolean
}

/** Conditions of which all or one must hold, with groups and related records among them. */
export const FilterGroupEditor = (props: FilterGroupEditorProps) => {
  const { fields, relations, group, depth, onChange, onRemove, isPlain = false } = props
  const t = useDataTexts()
  const parts = partsOf(group)
  const rule = 'and' in group ? 'and' : 'or'
  const withParts = (next: readonly Filter[], chosen?: readonly FilterOption[]) =>
    onChange(rule === 'and' ? { and: [...next] } : { or: [...next] }, chosen)
  const replace = (at: number, part: Filter, chosen?: readonly FilterOption[]) =>
    withParts(parts.with(at, part), chosen)
  const remove = (at: number) => withParts(parts.toSpliced(at, 1))
  const add = (part: Filter) => withParts([...parts, part])
  const [first] = fields

  return (
    <div
      role="group"
      aria-label={isPlain ? t.relationWhere : rule === 'and' ? t.allOf : t.anyOf}
      className={cx(depth > 0 && !isPlain && 'rounded-control border border-line bg-surface-2/60 p-3')}
    >
      {(parts.length > 1 || !isPlain) && (
        <div className="flex items-center gap-2">
          <Select
            className="min-w-0 flex-1"
            aria-label={t.groupRule}
            options={[
              { id: 'and', label: t.allOf },
              { id: 'or', label: t.anyOf },
            ]}
            value={rule}
            onChange={(next) => next && onChange(next === 'and' ? { and: [...parts] } : { or: [...parts] })}
          />
          {onRemove && <IconButton label={t.removeGroup} icon={<X />} onPress={onRemove} />}
        </div>
      )}
      {parts.length === 0 && depth === 0 && <p className="py-3 text-muted">{t.noFilters}</p>}
      <ul className="mt-3 flex flex-col gap-3 border-s-2 border-line ps-3 empty:hidden">
        {parts.map((part, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a condition has no identity but its place
          <li key={at} className="flex items-start gap-2">
            <Part
              {...props}
              part={part}
              onPart={(next, chosen) => replace(at, next, chosen)}
              onGone={() => remove(at)}
            />
            {(isCondition(part) || isRelation(part)) && (
              <IconButton label={t.removeCondition} icon={<X />} onPress={() => remove(at)} />
            )}
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        {first && (
          <Button size="small" icon={<Plus />} onPress={() => add(newCondition(first))}>
            {t.addCondition}
          </Button>
        )}
        {relations.length > 0 && (
          <MenuTrigger>
            <Button size="small" kind="quiet" icon={<Link2 />}>
              {t.addRelation}
            </Button>
            <Menu aria-label={t.addRelation}>
              {relations.map(({ key, label }) => (
                <MenuItem key={key} onAction={() => add({ relation: key })}>
                  {label}
                </MenuItem>
              ))}
            </Menu>
          </MenuTrigger>
        )}
        {first && depth + 1 < MAX_DEPTH && (
          <Button
            size="small"
            kind="quiet"
            icon={<FolderPlus />}
            onPress={() =>
              add(rule === 'and' ? { or: [newCondition(first)] } : { and: [newCondition(first)] })
            }
          >
            {t.addGroup}
          </Button>
        )}
      </div>
    </div>
  )
}

type PartProps = Pick<FilterGroupEditorProps, 'fields' | 'relations' | 'depth'> & {
  part: Filter
  onPart: (part: Filter, chosen?: readonly FilterOption[]) => void
  onGone: () => void
}

const Part = ({ fields, relations, depth, part, onPart, onGone }: PartProps) => {
  if (isCondition(part)) return <ConditionRow fields={fields} condition={part} onChange={onPart} />
  if (isRelation(part)) {
    const relation = relations.find(({ key }) => key === part.relation)
    // A relation that is no longer known still has to be seen, or it could not be removed.
    if (!relation) return <span className="flex-1 text-muted">{part.relation}</span>
    return (
      <RelationRow
        relation={relation}
        condition={part}
        onChange={onPart}
        renderWhere={(group, onWhere) => (
          <FilterGroupEditor
            fields={relation.fields}
            relations={[]}
            group={group}
            depth={depth + 1}
            onChange={onWhere}
            isPlain
          />
        )}
      />
    )
  }
  return (
    <div className="min-w-0 flex-1">
      <FilterGroupEditor
        fields={fields}
        relations={relations}
        group={part}
        depth={depth + 1}
        onChange={onPart}
        onRemove={onGone}
      />
    </div>
  )
}
