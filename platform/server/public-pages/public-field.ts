import { attributes, type Html, html } from './html.ts'

export interface PublicField {
  name: string
  label: string
  kind: 'text' | 'tel' | 'email' | 'url' | 'number' | 'textarea' | 'select' | 'choices' | 'checkbox'
  required?: boolean
  /** Of `select` (one) and `choices` (several). */
  options?: readonly { value: string; label: string }[]
  /** What is in it now. */
  values?: readonly string[]
  hint?: string | null
  /** What is wrong with it, in the visitor's language. */
  problem?: string | null
  autocomplete?: string
  maxLength?: number
}

const leftToRight: readonly PublicField['kind'][] = ['tel', 'email', 'url', 'number']

/** A field with its label, hint and problem, joined for readers of the screen. */
export function publicField(field: PublicField): Html {
  const { name, label, kind, hint, problem, required } = field
  const about = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ')
  const notes = html`${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}${
    problem && html`<p class="problem" id="${name}-problem">${problem}</p>`
  }`
  const mark = required && html`<span class="required" aria-hidden="true"> *</span>`
  const common = attributes({
    id: name,
    name,
    required,
    'aria-invalid': problem ? 'true' : null,
    'aria-describedby': about || null,
  })
  if (kind === 'choices')
    return html`<fieldset class="field" id="${name}"${attributes({ 'aria-describedby': about || null })}>
<legend>${label}${mark}</legend>${(field.options ?? []).map((option) => choice(field, option))}${notes}</fieldset>`
  if (kind === 'checkbox') {
    const checked = field.values?.includes('on')
    return html`<div class="field"><label class="choice"><input type="checkbox" value="on"${common}${attributes({ checked })}>
<span>${label}${mark}</span></label>${notes}</div>`
  }
  return html`<div class="field"><label for="${name}">${label}${mark}</label>${control(field, common)}${notes}</div>`
}

const choice = ({ name, values }: PublicField, { value, label }: { value: string; label: string }): Html =>
  html`<label class="choice"><input type="checkbox" name="${name}" value="${value}"${attributes({
    checked: values?.includes(value),
  })}><span>${label}</span></label>`

function control(
  { kind, values, options = [], maxLength, autocomplete, required }: PublicField,
  common: Html,
): Html {
  const value = values?.[0] ?? ''
  const limits = attributes({ maxlength: maxLength, autocomplete })
  if (kind === 'textarea') return html`<textarea rows="4" dir="auto"${common}${limits}>\n${value}</textarea>`
  if (kind === 'select')
    return html`<select${common}>${!(required && value) && html`<option value="">—</option>`}${options.map(
      (option) =>
        html`<option value="${option.value}"${attributes({ selected: option.value === value })}>${option.label}</option>`,
    )}</select>`
  const shape = attributes({
    // Numbers are typed in Persian digits too, which a field of that type refuses.
    type: kind === 'number' ? 'text' : kind,
    inputmode: kind === 'number' ? 'decimal' : null,
    dir: leftToRight.includes(kind) ? 'ltr' : 'auto',
    value,
  })
  return html`<input${shape}${common}${limits}>`
}

/** The list of problems above a form, each leading to its field. */
export function problemSummary(title: string, problems: readonly { name: string; text: string }[]): Html {
  return html`${
    problems.length > 0 &&
    html`<div class="summary" role="alert"><p>${title}</p><ul>${problems.map(
      ({ name, text }) => html`<li><a href="#${name}">${text}</a></li>`,
    )}</ul></div>`
  }`
}
