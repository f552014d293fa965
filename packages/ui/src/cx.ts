/** Joins class names, leaving out what is absent: `cx('a', isOn && 'b')`. */
export const cx = (...parts: (string | false | null | undefined)[]): string => parts.filter(Boolean).join(' ')
