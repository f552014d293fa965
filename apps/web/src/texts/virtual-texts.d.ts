declare module 'virtual:texts/*' {
  /** Made by `split-texts.ts`. */
  export const texts: Record<string, string>
}
