/** A decimal without the zeros that the database fills its places with: `2.500000` is `2.5`. */
export const plainQuantity = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
