/** A value as the file has it; what has no letters (numbers, phones, dates) reads from left to right. */
export const FileText = ({ children }: { children: string }) => (
  <bdi dir={/\p{L}/u.test(children) ? 'auto' : 'ltr'}>{children}</bdi>
)
