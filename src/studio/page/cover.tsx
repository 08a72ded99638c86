/** A page in small, for each kind of document that can be started. */
const lanes = ['#A9C7EE', '#3E78CC', '#A8451F', '#1F5CB5', '#0E2F6B'];

export function Cover({ kind }: { readonly kind: string }) {
  return (
    <svg class="cover" viewBox="0 0 105 148" width="105" height="148" aria-hidden="true">
      <rect width="105" height="148" fill="#fff" />
      {kind === 'factsheet' ? <Sheet /> : <Book kind={kind} />}
    </svg>
  );
}

function Book({ kind }: { readonly kind: string }) {
  const titleLines = { brochure: [44, 38], report: [40, 46, 30], document: [36, 24] }[kind] ?? [40];
  return (
    <>
      <rect x="8" y="8" width="20" height="8" fill="none" stroke="#5F80B4" stroke-width=".8" />
      {kind === 'report' && <rect x="32" y="8" width="20" height="8" fill="none" stroke="#5F80B4" stroke-width=".8" />}
      {titleLines.map((width, index) => (
        <rect key={width} x="8" y={32 + index * 8} width={width} height="4" rx="1" fill="#0E2F6B" />
      ))}
      <rect y="84" width="105" height="64" fill="#0E2F6B" />
      {lanes.map((color, index) => {
        const offset = (index - 2) * 4;
        const inNavy = ['#3E78CC', '#A9C7EE', '#F3A77F', '#fff', '#5F93DD'][index];
        return (
          <g key={color} fill="none" stroke-width="2.6">
            <path
              d={`M${70 + offset} 84V78A${22 - offset} ${22 - offset} 0 0 1 92 ${56 + offset}H105`}
              stroke={color}
            />
            <path
              d={`M${70 + offset} 84V92A${22 + offset} ${22 + offset} 0 0 1 48 ${114 + offset}H0`}
              stroke={inNavy}
            />
          </g>
        );
      })}
      <circle cx="70" cy="84" r="4" fill="#fff" stroke="#A8451F" stroke-width="2.4" />
    </>
  );
}

function Sheet() {
  return (
    <>
      <rect width="105" height="46" fill="#0E2F6B" />
      <rect x="8" y="10" width="44" height="4" rx="1" fill="#fff" />
      <rect x="8" y="18" width="30" height="4" rx="1" fill="#fff" />
      {['#3E78CC', '#A9C7EE', '#F3A77F', '#fff', '#5F93DD'].map((color, index) => (
        <path
          key={color}
          d={`M0 ${30 + index * 2.6}H58A10 10 0 0 0 68 ${20 + index * 2.6}H105`}
          fill="none"
          stroke={color}
          stroke-width="1.7"
        />
      ))}
      {[8, 32, 56, 80].map((x) => (
        <g key={x} fill="#0E2F6B">
          <rect x={x} y="54" width="14" height="6" rx="1" />
          <rect x={x} y="63" width="17" height="1.6" fill="#5F80B4" />
        </g>
      ))}
      {[76, 82, 88, 94, 100].map((y) => (
        <rect key={y} x="8" y={y} width={y % 4 === 0 ? 40 : 36} height="1.8" fill="#A9C7EE" />
      ))}
      {[78, 88, 98].map((y, index) => (
        <rect key={y} x="58" y={y} width={38 - index * 9} height="5" fill="#1F5CB5" />
      ))}
      <path d="M8 122H98" stroke="#A8451F" stroke-width="1.4" />
      {[12, 38, 64, 90].map((x) => (
        <circle key={x} cx={x} cy="122" r="2.4" fill="#fff" stroke="#1F5CB5" stroke-width="1.4" />
      ))}
    </>
  );
}
