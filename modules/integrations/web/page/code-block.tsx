/** Text of programs under its name: left to right, as wide as the panel, scrolled within. */
export const CodeBlock = ({ label, text }: { label: string; text: string }) => (
  <figure className="flex min-w-0 flex-col gap-1">
    <figcaption className="text-meta text-muted">{label}</figcaption>
    <pre
      dir="ltr"
      // Scrolled by the keyboard as well.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="max-h-80 overflow-auto rounded-control bg-surface-2 p-3 font-mono text-badge whitespace-pre-wrap break-all"
    >
      {text}
    </pre>
  </figure>
)
