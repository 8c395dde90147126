/** What someone typed, as paragraphs: blank lines part them, single ones break. Escaped like everything else. */
export function PostText({ text }: { text: string }) {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return (
    <>
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </>
  );
}
