import { PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import type { Diagnostic } from '../../src/diagnostics.ts';
import { brochure, Project } from '../cli/project.ts';
import { renamed } from './made-profiles.ts';
import { type Reading, readPress, textOf } from './reading.ts';

const theme = 'templates/themes/own/theme.json';

interface Own {
  readonly color?: Readonly<Record<string, object>>;
  readonly print?: object;
}

/** A theme that extends ours: colours by their extensions, or whole tokens where they have a `$value`. */
function themeText({ color = {}, print }: Own): string {
  const tokens = Object.entries(color).map(([name, token]) => [
    name,
    '$value' in token ? token : { $extensions: { etrati: token } },
  ]);
  const etrati = { extends: 'gza', ...(print && { print }) };
  return JSON.stringify({ $extensions: { etrati }, color: Object.fromEntries(tokens) }, null, 2);
}

const light = (hex: string): object => {
  const components = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return { colorSpace: 'srgb', components, hex };
};

async function build(own: Own, spoil: (project: Project) => void = () => {}) {
  const project = new Project();
  project.write(theme, themeText(own));
  spoil(project);
  const engine = createEngine({ root: project.root, env: {} });
  const options = {
    formats: ['print'] as const,
    languages: ['en'],
    theme: 'own',
    print: { layout: 'sheets' as const },
  };
  const { outputs, diagnostics, sources } = await engine.build(brochure, options);
  engine.close();
  return { bytes: outputs[0]?.bytes, diagnostics, sources };
}

const told = (found: readonly Diagnostic[]): readonly string[] =>
  found.map(({ code, at }) => `${code} ${at?.path ?? ''}`);

const green = { $value: light('#0A5C36') };

describe('a colour without inks', () => {
  it('gets them through the profile, once for all languages, and the build says which', async () => {
    const project = new Project();
    project.write(theme, themeText({ color: { deep: green } }));
    const engine = createEngine({ root: project.root, env: {} });
    const { outputs, diagnostics } = await engine.build(brochure, {
      formats: ['print'],
      theme: 'own',
      print: { layout: 'sheets' },
    });
    engine.close();
    // `field` is `deep` by another name: the inks that our theme gave it were for navy.
    expect(told(diagnostics)).toEqual(['ink-computed $.color.deep', 'ink-computed $.color.field']);
    const [found] = diagnostics;
    expect(found?.severity).toBe('warning');
    expect(found?.at?.file).toBe(theme);
    expect(found?.message).toMatch(
      /^The colour "deep", #0A5C36, has no inks of its own: "Coated FOGRA39L \(Etrati\)" makes it \d+\/\d+\/\d+\/\d+\.$/,
    );
    const inks = /(\d+)\/(\d+)\/(\d+)\/(\d+)/.exec(found?.message ?? '')?.slice(1) ?? [];
    expect(found?.hints[0]).toContain(`"cmyk": [${inks.join(', ')}]`);
    // More yellow than magenta, and cyan first: green, not the navy that was there.
    const [cyan = 0, magenta = 0, yellow = 0] = inks.map(Number);
    expect(cyan).toBeGreaterThan(60);
    expect(yellow).toBeGreaterThan(magenta);
    const reading = await readPress(outputs[0]?.bytes ?? new Uint8Array());
    const operands = inks.map((ink) => Number(ink) / 100).join(' ');
    expect(reading.contents.some((content) => content.includes(`${operands} k`))).toBe(true);
    expect(reading.contents.some((content) => content.includes('1 0.82 0.1 0.34 k'))).toBe(false);
  });

  it('is black alone where it is grey', async () => {
    const { diagnostics } = await build({
      color: { muted: { $value: light('#4A4A4C') }, ink: { $value: light('#000000') } },
    });
    expect(diagnostics.map(({ message }) => /makes it (\S+)\.$/.exec(message)?.[1])).toEqual([
      '0/0/0/100',
      expect.stringMatching(/^0\/0\/0\/8\d$/),
    ]);
  });

  it('says nothing where nothing is printed', async () => {
    const project = new Project();
    project.write(theme, themeText({ color: { deep: green } }));
    const engine = createEngine({ root: project.root, env: {} });
    expect(await engine.validate(brochure, { theme: 'own' })).toEqual([]);
    expect((await engine.build(brochure, { formats: ['html'], theme: 'own' })).diagnostics).toEqual([]);
    engine.close();
  });

  it('is settled by its hint', async () => {
    const first = await build({ color: { deep: green } });
    const cmyk = JSON.parse(/"cmyk": (\[[^\]]*\])/.exec(first.diagnostics[0]?.hints[0] ?? '')?.[1] ?? '');
    const settled = { ...green, $extensions: { etrati: { cmyk } } };
    const { diagnostics, bytes } = await build({ color: { deep: settled, field: { cmyk } } });
    expect(diagnostics).toEqual([]);
    expect(Buffer.compare(Buffer.from(bytes ?? []), Buffer.from(first.bytes ?? []))).toBe(0);
  });
});

describe('inks that disagree', () => {
  it('of one colour under two names are a warning', async () => {
    const { diagnostics, bytes } = await build({ color: { field: { cmyk: [100, 70, 0, 40] } } });
    expect(told(diagnostics)).toEqual(['inks-differ $.color.field']);
    expect(diagnostics[0]?.message).toContain(
      '"deep" and "field" are both #0E2F6B and have different inks: 100/82/10/34 and 100/70/0/40',
    );
    expect(bytes).toBeDefined();
  });

  it('of one spot ink are an error', async () => {
    const spot = { name: 'PANTONE 287 C' };
    const { diagnostics, bytes } = await build({ color: { deep: { spot }, field: { spot }, blue: { spot } } });
    expect(told(diagnostics)).toEqual(['spot-differs $.color.blue']);
    expect(bytes).toBeUndefined();
  });

  it('of more than paper takes are an error, with the place', async () => {
    const { diagnostics, bytes } = await build({ color: { deep: { cmyk: [100, 100, 100, 100] } } });
    expect(told(diagnostics)).toEqual(['bad-theme-value $.color.deep.$extensions.etrati.cmyk']);
    expect(diagnostics[0]?.message).toContain('300 %');
    expect(diagnostics[0]?.message).toContain('400 %');
    expect(bytes).toBeUndefined();
  });
});

describe('a spot ink', () => {
  const spot = { name: 'PANTONE 287 C' };
  const copper = { spot: { name: 'Copper – სპილენძი' } };
  let made: Promise<Reading> | undefined;
  /** The file, built once. */
  const read = (): Promise<Reading> => {
    made ??= make();
    return made;
  };

  async function make(): Promise<Reading> {
    // In the picture: alone, in a group of its own, and as a stroke.
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><rect width="20" height="20" fill="#0E2F6B"/>
<g opacity="0.5"><rect width="9" height="9" fill="#0e2f6b"/><path d="M0 0H9V9Z" fill="#16233B"/></g><path d="M0 0L9 9" fill="none" stroke="#0E2F6B"/>
<path d="M1 1H5V5Z" fill="#000"/><path d="M6 6H9V9Z" fill="#fff" stroke="#000"/></svg>`;
    const built = await build({ color: { deep: { spot }, field: { spot }, clay: copper } }, (project) =>
      project.write('data/brochure/route.svg', drawing),
    );
    expect(built.diagnostics).toEqual([]);
    return readPress(built.bytes ?? new Uint8Array());
  }

  const spaces = (reading: Reading): readonly PDFArray[] => {
    const objects = reading.file.context.enumerateIndirectObjects().map(([, object]) => object);
    return objects.filter(
      (object): object is PDFArray => object instanceof PDFArray && object.get(0) === PDFName.of('Separation'),
    );
  };

  it('is one colour space a file, with its inks as stand-in', async () => {
    const found = spaces(await read()).map((space) => {
      const name = space.get(1);
      return [
        name instanceof PDFName ? Buffer.from(name.asBytes()).toString('utf8') : null,
        space.get(2)?.toString(),
        space.get(3),
      ];
    });
    expect(found.map(([name, base]) => [name, base]).sort()).toEqual([
      ['Copper – სპილენძი', '/DeviceCMYK'],
      ['PANTONE 287 C', '/DeviceCMYK'],
    ]);
    const tint = found.find(([name]) => name === 'PANTONE 287 C')?.[2];
    if (!(tint instanceof PDFDict)) throw new Error('no function');
    expect(tint.get(PDFName.of('FunctionType'))?.toString()).toBe('2');
    expect(tint.get(PDFName.of('C1'))?.toString()).toBe('[ 1 0.82 0.1 0.34 ]');
  });

  it('paints text, drawings of the theme and pictures in that very colour, and nothing of it is left in process inks', async () => {
    const reading = await read();
    const all = reading.contents.join('\n');
    expect(all).not.toMatch(/1 0\.82 0\.1 0\.34 [kK]/);
    expect(all).toMatch(/BT\n\/Spot\d cs 1 scn/);
    expect(all).toMatch(/\/Spot\d CS 1 SCN/);
    expect(all.match(/\/Spot\d cs 1 scn/g)?.length).toBeGreaterThan(10);
  });

  it('is at hand wherever it is used, and only there', async () => {
    const reading = await read();
    const owners = [
      ...reading.file.getPages().map(({ node }) => ({ dict: node.Resources(), content: [node.Contents()].flat() })),
      ...reading.file.context
        .enumerateIndirectObjects()
        .flatMap(([, object]) =>
          object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')
            ? [object]
            : [],
        )
        .map((form) => ({ dict: form.dict.lookup(PDFName.of('Resources'), PDFDict), content: [form] })),
    ];
    let used = 0;
    for (const { dict, content } of owners) {
      const text = content.map((stream) => (stream instanceof PDFRawStream ? textOf(stream) : '')).join('\n');
      const names = new Set([...text.matchAll(/\/(Spot\d) (?:cs|CS)/g)].map(([, name]) => name));
      const known =
        dict
          ?.lookupMaybe(PDFName.of('ColorSpace'), PDFDict)
          ?.keys()
          .map((key) => key.decodeText()) ?? [];
      for (const name of names) expect(known).toContain(name);
      if (names.size > 0) used += 1;
    }
    expect(used).toBeGreaterThan(2);
  });

  it('black in pictures prints over, white and spots leave a hole', async () => {
    const reading = await read();
    const picture = reading.contents.filter((content) => /\/(OverFill|Knockout) gs/.test(content)).join('\n');
    const set = [...picture.matchAll(/\/(OverFill|Knockout) gs\n(.*? (?:k|scn))/g)].map(
      ([, state, paint]) => `${state} ${paint}`,
    );
    expect(set).toContain('OverFill 0 0 0 1 k');
    expect(set).toContain('Knockout 0 0 0 0 k');
    expect(set.some((line) => /^Knockout \/Spot\d cs 1 scn$/.test(line))).toBe(true);
    for (const line of set) expect(line.startsWith('OverFill')).toBe(line.endsWith(' 0 0 0 1 k'));
  });
});

describe('the press of a theme', () => {
  it('has its bleed and its profile, which is a source of the document', async () => {
    const own = { print: { bleed: 5, profile: 'press/shop.icc' } };
    const { bytes, diagnostics, sources } = await build(own, (project) =>
      project.write('press/shop.icc', renamed('Shop')),
    );
    expect(diagnostics).toEqual([]);
    expect(sources).toContain('press/shop.icc');
    const { file, dictionaries } = await readPress(bytes ?? new Uint8Array());
    for (const { node } of file.getPages()) {
      const [trim, sheet] = [node.TrimBox()?.asRectangle(), node.MediaBox().asRectangle()];
      expect(trim?.x).toBeCloseTo((5 * 72) / 25.4, 3);
      expect(sheet.width).toBeCloseTo(((210 + 10) * 72) / 25.4, 1);
    }
    const intents = dictionaries.filter((dict) => dict.get(PDFName.of('Type')) === PDFName.of('OutputIntent'));
    expect(intents).toHaveLength(2);
    for (const intent of intents) {
      const said = ['OutputConditionIdentifier', 'Info', 'RegistryName'].map((name) =>
        intent.get(PDFName.of(name))?.toString(),
      );
      expect(said).toEqual(['(Shop)', '(Shop)', undefined]);
    }
  });

  it('that is wrong is told where the theme names it', async () => {
    const own = { print: { profile: 'press/none.icc' } };
    const { diagnostics, bytes } = await build(own);
    expect(told(diagnostics)).toEqual(['file-missing $.$extensions.etrati.print.profile']);
    expect(diagnostics[0]?.at?.file).toBe(theme);
    expect(bytes).toBeUndefined();
  });

  it('is not looked at where nothing is printed', async () => {
    const project = new Project();
    project.write(theme, themeText({ print: { profile: 'press/none.icc' } }));
    const engine = createEngine({ root: project.root, env: {} });
    const { diagnostics } = await engine.build(brochure, { formats: ['html'], theme: 'own' });
    expect(diagnostics).toEqual([]);
    engine.close();
  });
});
