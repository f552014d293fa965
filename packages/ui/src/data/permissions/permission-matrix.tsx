import { type KeyboardEvent, useRef, useState } from 'react'
import { Button, MenuTrigger, useLocale } from 'react-aria-components'
import { cx } from '../../cx.ts'
import { Menu, MenuItem } from '../../overlays/menu.tsx'
import { useDataTexts } from '../texts.ts'

export const permissionScopes = ['none', 'own', 'team', 'subtree', 'all'] as const
export type PermissionScope = (typeof permissionScopes)[number]

export type PermissionValue = Readonly<Record<string, Readonly<Record<string, PermissionScope>>>>

export type PermissionMatrixProps = {
  label: string
  rows: readonly { id: string; label: string; description?: string }[]
  actions: readonly { id: string; label: string }[]
  /** Scope by row and action; an absent one is `none`. */
  value: PermissionValue
  onChange: (value: PermissionValue) => void
  /** Scopes that make sense for a cell; none at all leaves it empty. Default: every scope. */
  scopesOf?: (rowId: string, actionId: string) => readonly PermissionScope[]
  isReadOnly?: boolean
}

const shades: Record<PermissionScope, string> = {
  none: 'text-muted',
  own: 'bg-warn-soft text-warn',
  team: 'bg-violet-soft text-violet',
  subtree: 'bg-accent-soft text-accent-text',
  all: 'bg-ok-soft text-ok',
}

/**
 * Who may do what, how far. One tab stop: arrows move between cells, Enter opens the choices, 0 to 4 choose
 * from none to all at once.
 */
export const PermissionMatrix = (props: PermissionMatrixProps) => {
  const {
    label,
    rows,
    actions,
    value,
    onChange,
    isReadOnly = false,
    scopesOf = () => permissionScopes,
  } = props
  const t = useDataTexts()
  const { direction } = useLocale()
  const table = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState({ row: 0, column: 0 })

  const scopeOf = (row: string, action: string): PermissionScope => value[row]?.[action] ?? 'none'
  const set = (row: string, changes: Readonly<Record<string, PermissionScope>>) =>
    onChange({ ...value, [row]: { ...value[row], ...changes } })
  const setRow = (row: string, scope: PermissionScope) =>
    set(
      row,
      Object.fromEntries(
        actions.filter(({ id }) => scopesOf(row, id).includes(scope)).map(({ id }) => [id, scope]),
      ),
    )

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[active.row]
    const action = actions[active.column - 1]
    const scope = permissionScopes[Number(event.code.replace(/^(Digit|Numpad)/, ''))]
    if (row && scope && /^(Digit|Numpad)\d$/.test(event.code) && !isReadOnly) {
      event.preventDefault()
      event.stopPropagation()
      if (!action) setRow(row.id, scope)
      else if (scopesOf(row.id, action.id).includes(scope)) set(row.id, { [action.id]: scope })
      return
    }
    const forward = direction === 'rtl' ? -1 : 1
    const by = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, forward], ArrowLeft: [0, -forward] }[
      event.key
    ]
    if (!by) return
    // Before the menu buttons see the arrows, which would open them.
    event.preventDefault()
    event.stopPropagation()
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, active.row + (by[0] ?? 0))),
      column: Math.max(0, Math.min(actions.length, active.column + (by[1] ?? 0))),
    }
    setActive(next)
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}:${next.column}"]`)
    ;(cell?.querySelector('button') ?? cell)?.focus()
  }

  const cellProps = (row: number, column: number) => ({
    'data-cell': `${row}:${column}`,
    onFocus: () => setActive({ row, column }),
  })
  const isActive = (row: number, column: number) => active.row === row && active.column === column

  return (
    <div className="overflow-x-auto rounded-panel border border-line bg-surface">
      <table
        ref={table}
        // Cells are moved through with arrows: a grid, made of a table so that headers come for free.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        aria-label={label}
        aria-readonly={isReadOnly || undefined}
        className="w-full table-fixed border-collapse text-body max-sm:w-max max-sm:table-auto"
        onKeyDownCapture={onKeyDown}
      >
        <thead>
          <tr className="border-b border-line bg-surface-2 text-meta text-muted">
            <th scope="col" className="sticky start-0 bg-surface-2 px-4 py-1.5 text-start font-medium">
              {t.record}
            </th>
            {actions.map(({ id, label: name }) => (
              <th key={id} scope="col" className="px-2 py-1.5 font-medium whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={row.id} className="border-b border-line last:border-b-0">
              <th
                scope="row"
                className="sticky start-0 border-e border-line bg-surface px-2 text-start font-medium"
                {...cellProps(r, 0)}
              >
                <ScopeMenu
                  name={t.setRow(row.label)}
                  shown={row.label}
                  scopes={permissionScopes}
                  current={null}
                  onChoose={(scope) => setRow(row.id, scope)}
                  isReadOnly={isReadOnly}
                  isTabStop={isActive(r, 0)}
                  className="justify-start! text-body!"
                />
              </th>
              {actions.map((action, a) => {
                const scopes = scopesOf(row.id, action.id)
                const scope = scopeOf(row.id, action.id)
                const isEmpty = scopes.length === 0
                return (
                  <td
                    key={action.id}
                    className="p-1 text-center"
                    {...cellProps(r, a + 1)}
                    {...(isEmpty
                      ? { tabIndex: isActive(r, a + 1) ? 0 : -1, 'aria-label': t.notApplicable }
                      : {})}
                  >
                    {isEmpty ? (
                      <span className="text-muted" aria-hidden>
                        —
                      </span>
                    ) : (
                      <ScopeMenu
                        name={`${t.permissionOf(row.label, action.label)}: ${t.scopes[scope]}`}
                        shown={t.scopes[scope]}
                        scopes={scopes}
                        current={scope}
                        onChoose={(next) => set(row.id, { [action.id]: next })}
                        isReadOnly={isReadOnly}
                        isTabStop={isActive(r, a + 1)}
                        className={shades[scope]}
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type ScopeMenuProps = {
  /** Spoken name; `shown` is what stands on the button. */
  name: string
  shown: string
  scopes: readonly PermissionScope[]
  current: PermissionScope | null
  onChoose: (scope: PermissionScope) => void
  isReadOnly: boolean
  isTabStop: boolean
  className: string
}

const ScopeMenu = ({
  name,
  shown,
  scopes,
  current,
  onChoose,
  isReadOnly,
  isTabStop,
  className,
}: ScopeMenuProps) => {
  const t = useDataTexts()
  return (
    <MenuTrigger>
      <Button
        aria-label={name}
        excludeFromTabOrder={!isTabStop}
        isDisabled={isReadOnly}
        className={cx(
          'inline-flex min-h-[calc(var(--control-h)-4px)] w-full cursor-pointer items-center justify-center rounded-control px-2 text-meta font-medium whitespace-nowrap data-disabled:cursor-default data-hovered:bg-[color-mix(in_oklab,var(--line),transparent_20%)]',
          className,
        )}
      >
        {shown}
      </Button>
      <Menu
        aria-label={name}
        selectionMode={current === null ? 'none' : 'single'}
        selectedKeys={current === null ? [] : [current]}
        onAction={(key) => {
          const scope = scopes.find((one) => one === key)
          if (scope) onChoose(scope)
        }}
      >
        {scopes.map((scope) => (
          <MenuItem key={scope} id={scope} shortcut={String(permissionScopes.indexOf(scope))}>
            {t.scopes[scope]}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
