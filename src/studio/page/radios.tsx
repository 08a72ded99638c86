/** A choice of a few: native radios that look like one bar. */
import { useId } from 'preact/hooks';

export interface RadioOption {
  readonly value: string;
  /** What it is called; read aloud also where `short` is shown. */
  readonly label: string;
  readonly short?: string;
}

export function Radios(props: {
  readonly legend: string;
  readonly value: string;
  readonly options: readonly RadioOption[];
  readonly choose: (value: string) => void;
}) {
  const { legend, value, options, choose } = props;
  const name = useId();
  return (
    <fieldset class="radios">
      <legend class="hidden">{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            class="hidden"
            name={name}
            value={option.value}
            checked={option.value === value}
            aria-label={option.short === undefined ? undefined : option.label}
            onChange={() => choose(option.value)}
          />
          <span>{option.short ?? option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
