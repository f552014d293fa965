const ones = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen',
]
  .join(' ')
  .split(' ')
const tens = ',,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety'.split(',')
const scales = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion', 'quintillion']

/** A whole number that is not negative in English words: 1205 is "one thousand two hundred and five". */
export function numberInEnglish(value: bigint): string {
  if (value === 0n) return 'zero'
  const groups: string[] = []
  let rest = value
  for (let scale = 0; rest > 0n; scale++, rest /= 1000n) {
    const name = scales[scale]
    if (name === undefined) throw new RangeError(`No English name for a number as large as ${value}`)
    const group = Number(rest % 1000n)
    if (group > 0) groups.unshift(`${hundredsInEnglish(group)} ${name}`.trimEnd())
  }
  return groups.join(' ')
}

function hundredsInEnglish(value: number): string {
  const hundreds = Math.floor(value / 100)
  const below = value % 100
  const words =
    below < 20
      ? ones[below]
      : [tens[Math.floor(below / 10)], below % 10 > 0 && ones[below % 10]].filter(Boolean).join('-')
  return [hundreds > 0 && `${ones[hundreds]} hundred`, below > 0 && words].filter(Boolean).join(' and ')
}
