/** A part of its own: only the sheets of products with options load it. */
export { ConfigureProduct } from '@peyvand/catalog/web'
