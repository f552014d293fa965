/** Languages of the product. */
export type Locale = 'fa' | 'en'
