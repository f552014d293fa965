import { fieldMark } from '../../contract/index.ts'

/** A text as a template: the party's name in it becomes the field. `mark` is the field's name inside texts. */
export function asTemplate(text: string, { name, mark }: { name: string; mark: string }): string {
  return name.trim().length < 2 ? text : text.replaceAll(name.trim(), fieldMark(mark))
}
