/** Checked data as rules see it: its parts by name and its texts, wherever they stand, with their paths. */
import type * as z from 'zod';
import type { Path } from '../../json/path.ts';
import type { LanguageTag } from '../../language/languages.ts';
import type { pictureIn, quoteIn, stopIn } from '../kinds/blocks.ts';
import type { chartIn } from '../kinds/chart.ts';
import type { rowIn } from '../kinds/easy.ts';
import { isLocalized, isRich, isRichBlock } from '../kinds/fields.ts';
import type { keyFigureIn } from '../kinds/key-figure.ts';
import type { Head } from '../kinds/kind.ts';
import type { lineIn, moneyIn } from '../kinds/money.ts';
import { partOf } from '../kinds/parts.ts';
import type { projectIn } from '../kinds/project.ts';
import type { indicatorIn, resultsIn } from '../kinds/results.ts';
import type { registerIn } from '../kinds/risks.ts';
import type { storyIn } from '../kinds/stories.ts';
import type { tableIn } from '../kinds/table.ts';
import type { visibilityIn } from '../kinds/visibility.ts';
import type { activityIn } from '../kinds/workplan.ts';
import { chosen, insideOf, unwrap } from '../shape.ts';
import type { RuleSets } from './rule-sets.ts';

type Made<Maker extends (...args: never[]) => z.ZodType> = z.output<ReturnType<Maker>>;
type Project = Made<typeof projectIn>;

/** What `part` in the kinds names, and its type. */
export interface DataParts {
  activity: Made<typeof activityIn>;
  chart: Made<typeof chartIn>;
  figure: Made<typeof keyFigureIn>;
  indicator: Made<typeof indicatorIn>;
  /** As it is written. */
  isbn: string;
  line: Made<typeof lineIn>;
  money: Made<typeof moneyIn>;
  picture: Made<typeof pictureIn>;
  project: Pick<Project, 'start' | 'end'> & { readonly period: Project['period'] | null };
  quote: Made<typeof quoteIn>;
  /** Its chapters by their fields; null for one that is left out. */
  report: Readonly<Record<string, unknown>>;
  risks: Made<typeof registerIn>['risks'];
  row: Made<typeof rowIn>;
  results: Pick<
    { [K in keyof ReturnType<typeof resultsIn>]: z.output<ReturnType<typeof resultsIn>[K]> },
    'levels' | 'periods'
  >;
  sectors: NonNullable<Project['sectors']>;
  stop: Made<typeof stopIn>;
  story: Made<typeof storyIn>;
  table: Made<typeof tableIn>;
  visibility: Made<typeof visibilityIn>;
}

export interface Found<T> {
  readonly path: Path;
  readonly value: T;
}

/** A text in the languages of the document. */
export interface Localized {
  readonly path: Path;
  readonly texts: Readonly<Partial<Record<LanguageTag, string>>>;
  /** Whether it has inline marks. */
  readonly rich: boolean;
  /** Whether it may have paragraphs and lists. */
  readonly block: boolean;
}

export interface DataSheet {
  readonly data: Head;
  /** Those of the document's languages that are made now, in its order. */
  readonly languages: readonly LanguageTag[];
  readonly texts: readonly Localized[];
  /** The formats that are made now: `html`, `print` and others. */
  readonly formats: readonly string[];
  /** The donors' rule sets that the data names, by name. */
  readonly ruleSets: RuleSets;
  parts<Name extends keyof DataParts>(name: Name): readonly Found<DataParts[Name]>[];
}

/** Walks checked data along its schema. */
export function sheetOf(schema: z.ZodType, data: Head): Omit<DataSheet, 'ruleSets' | 'languages' | 'formats'> {
  const texts: Localized[] = [];
  const parts = new Map<string, Found<unknown>[]>();
  const visit = (around: z.ZodType, value: unknown, path: Path): void => {
    if (value === null || value === undefined) return;
    const given = unwrap(around);
    if (isLocalized(given)) {
      texts.push({ path, texts: Object(value), rich: isRich(given), block: isRichBlock(given) });
      return;
    }
    const bare = chosen(given, value);
    const name = partOf(given) ?? partOf(bare);
    if (name !== null) {
      const known = parts.get(name);
      if (known === undefined) parts.set(name, [{ path, value }]);
      else known.push({ path, value });
    }
    const inside = insideOf(bare);
    if (inside?.type === 'list' && Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(inside.element, item, [...path, index]);
    } else if (inside?.type === 'record') {
      for (const [key, field] of inside.fields) {
        const inner: unknown = Reflect.get(Object(value), key);
        if (inner !== null && inner !== undefined) visit(field, inner, [...path, key]);
      }
    }
  };
  visit(schema, data, []);
  return {
    data,
    texts,
    // The schema that carries the name has made the value.
    parts: <Name extends keyof DataParts>(name: Name) => (parts.get(name) ?? []) as Found<DataParts[Name]>[],
  };
}
