const place = /\{n(?::([1-9]))?\}/

/** Fixed text around one `{n}` or `{n:5}`, as the contract has it. */
export const isNumberPattern = (pattern: string): boolean =>
  /^[^{}]*\{n(:[1-9])?\}[^{}]*$/.test(pattern.trim())

/** How the n-th number of a series looks: `C-{n:5}` and 42 give C-00042. */
export const exampleNumber = (pattern: string, n: number): string =>
  pattern.trim().replace(place, (_, width: string | undefined) => String(n).padStart(Number(width ?? 0), '0'))
