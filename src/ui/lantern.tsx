/** The mark: a lit porch lantern. `lit` false draws it dark, for pages where nothing is wrong but nobody is home. */
export function Lantern({ size = 34, lit = true }: { size?: number; lit?: boolean }) {
  return (
    <svg
      class="lantern"
      width={Math.round((size * 28) / 36)}
      height={size}
      viewBox="0 0 28 36"
      aria-hidden="true"
    >
      {lit && <path class="lantern-glass" d="M7 13h14l-1.600 15H8.600z" />}
      <path
        class="lantern-frame"
        d="M14 5.500V3.800M11.800 3.200a2.200 2.200 0 0 1 4.400 0M6 12.500l4-6.500h8l4 6.500zM7 13l1.600 15M21 13l-1.600 15M6.800 28.200h14.400v3.600H6.800z"
      />
      {lit && (
        <path
          class="lantern-flame"
          d="M14 16.600c2.500 2.700 3.300 4.300 3.300 5.900a3.300 3.300 0 0 1-6.600 0c0-1.600.8-3.200 3.300-5.900z"
        />
      )}
    </svg>
  );
}
