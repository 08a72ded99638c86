/** Small drawings beside words; alone only where the button is named. */
const shapes = {
  add: 'M10 4v12M4 10h12',
  bin: 'M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6M8.6 9v4.5M11.4 9v4.5',
  check: 'M3.5 10.5l4 4 9-9',
  close: 'M5 5l10 10M15 5L5 15',
  code: 'M7 5l-5 5 5 5M13 5l5 5-5 5',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  down: 'M10 4v12M5 11l5 5 5-5',
  download: 'M10 3v9M6 8.5l4 4 4-4M4 16.5h12',
  error: 'M10 1.8L18.2 10 10 18.2 1.8 10zM10 6v5M10 13.2v.6',
  go: 'M3 10h13M11 5l5 5-5 5',
  link: 'M8.5 11.5a3.5 3.5 0 0 0 5 0l2.5-2.5a3.5 3.5 0 0 0-5-5l-1 1M11.5 8.5a3.5 3.5 0 0 0-5 0L4 11a3.5 3.5 0 0 0 5 5l1-1',
  mend: 'M3 17l7.5-7.5M12 3.5a4 4 0 0 0-1.6 5.6 4 4 0 0 0 6.6-1l-2.6-.4-.5-2.4L16.200 3.200A4 4 0 0 0 12 3.5z',
  note: 'M10 2a8 8 0 1 0 .01 0zM10 9v5M10 6v.6',
  play: 'M6 4l10 6-10 6z',
  redo: 'M16 7H8a4 4 0 0 0 0 8h4M12.500 3.500L16 7l-3.500 3.500',
  undo: 'M4 7h8a4 4 0 0 1 0 8H8M7.500 3.500L4 7l3.500 3.500',
  up: 'M10 16V4M5 9l5-5 5 5',
  warning: 'M10 2.5L18.5 17h-17zM10 7.500v4.500M10 14v.6',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
