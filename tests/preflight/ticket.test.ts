/** The print ticket: what a shop gets beside the file. */
import { createHash } from 'node:crypto';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/preflight/preflight.ts';
import { printTicket, type Ticket, type TicketOrder } from '../../src/ticket/ticket.ts';
import { good, image, printPdf, withImage } from './make.ts';
import { printFiles } from './print-files.ts';

const order: TicketOrder = {
  file: 'leaflet.en.print.pdf',
  title: 'Borders & <migration>',
  lang: 'en',
  created: new Date('2026-11-22T00:00:00Z'),
  layout: 'tri-fold',
  sides: [
    {
      page: 1,
      panels: [
        { width: 32, name: 'Flap' },
        { width: 34, name: 'Back "cover"' },
        { width: 34, name: 'Front cover' },
      ],
    },
    { page: 2, panels: [] },
  ],
  binding: 'fold',
  marks: 'fold marks',
  conversions: ['photo.png: from sRGB to FOGRA39'],
  inks: [
    { token: 'deep', cmyk: [100, 82, 10, 34], spot: null, computed: false },
    { token: 'gold', cmyk: [0, 20, 60, 20], spot: 'PANTONE 871 C', computed: true },
  ],
};
const pdf = printPdf({ ...withImage(image(150, 150, '10203040'), 36, 36), more: [good] });

async function made(bytes: Uint8Array, change: Partial<TicketOrder> = {}) {
  const { json, html } = await printTicket(bytes, { ...order, ...change });
  const text = new TextDecoder();
  const ticket: Ticket = JSON.parse(text.decode(json));
  return { ticket, html: text.decode(html) };
}

const pictures = (html: string): readonly string[] => html.match(/<svg.*?<\/svg>/gs) ?? [];

describe('the data', () => {
  it('tells sizes, sides, folds, inks, pictures, fonts, profile and checksum', async () => {
    const { ticket } = await made(pdf);
    expect(ticket).toMatchObject({
      ticket: 1,
      file: 'leaflet.en.print.pdf',
      sha256: createHash('sha256').update(pdf).digest('hex'),
      title: 'Borders & <migration>',
      created: '2026-11-22T00:00:00.000Z',
      layout: 'tri-fold',
      binding: 'fold',
      pageCount: 2,
      pdf: { version: '1.6', standard: 'PDF/X-4' },
      sizes: { trim: { width: 100, height: 80 }, bleed: { width: 106, height: 86 }, media: { width: 106, height: 86 } },
      sides: [
        { page: 1, folds: [32, 66], panels: order.sides[0]?.panels },
        { page: 2, folds: [], panels: [] },
      ],
      profile: { identifier: 'FOGRA39' },
      inks: { process: ['Cyan', 'Magenta', 'Yellow', 'Black'], spot: [], maximum: { vector: 226, pictures: 63 } },
      fonts: [{ name: 'Sans', embedded: true, subset: true }],
      pictures: [{ page: 1, pixels: [150, 150], ppi: 300, space: 'DeviceCMYK' }],
      conversions: order.conversions,
      findings: [],
    });
    // The gold of the theme is nowhere in the file.
    expect(ticket.inks.tokens).toEqual(order.inks.slice(0, 1));
  });

  it('has every page for a side where no sides are told, and no side that is not in the file', async () => {
    expect((await made(pdf, { sides: [] })).ticket.sides.map(({ page }) => page)).toEqual([1, 2]);
    expect((await made(pdf, { sides: [{ page: 7, panels: [] }] })).ticket.sides).toEqual([]);
  });

  it('has the findings of preflight', async () => {
    const { ticket, html } = await made(printPdf({ trimBox: null }));
    expect(ticket.findings.map(({ code }) => code)).toEqual(['no-trim-box']);
    expect(html).toContain('its finished size is not known');
  });
});

describe('the job in XJDF', () => {
  const jobOf = async (change: Partial<TicketOrder> = {}) => {
    const { xjdf } = await printTicket(pdf, { ...order, ...change });
    return new TextDecoder().decode(xjdf);
  };

  it('tells the product in points: its flat and its folded size, its inks, its paper, and the file', async () => {
    const folding = [
      { order: 1, direction: 'away' as const },
      { order: 2, direction: 'towards' as const },
    ];
    const [first, second] = order.sides;
    if (first === undefined || second === undefined) throw new Error('no sides');
    const job = await jobOf({
      layout: 'z-fold',
      sides: [{ ...first, folding }, second],
      paper: { kind: 'uncoated', caliper: 0.12 },
    });
    expect(job).toContain('xmlns="http://www.CIP4.org/JDFSchema_2_0" Version="2.2" JobID="leaflet.en" Types="Product"');
    expect(job).toContain('DescriptiveName="Borders &amp; &lt;migration&gt;"');
    expect(job).toContain('Dimensions="283.46 226.77" FinishedDimensions="96.38 226.77 0"');
    expect(job).toContain('FoldCatalog="F6-1"');
    // How far from the edge as the fold before has left it.
    expect(job).toMatch(/<Fold From="Left" To="Down" Travel="90.71"\/>\s*<Fold From="Left" To="Up" Travel="96.38"\/>/);
    expect(job).toContain('ColorsUsed="Cyan Magenta Yellow Black" PrintStandard="FOGRA39"');
    expect(job).toContain('<MediaIntent MediaType="Paper" Coating="None" Thickness="120"/>');
    expect(job).toContain(`<FileSpec URL="leaflet.en.print.pdf" MimeType="application/pdf" FileSize="${pdf.length}"/>`);
  });

  it('has names without spaces where lists are, and any letters in a name', async () => {
    const job = await jobOf({ file: 'ბროშურა 1.ka.print.pdf' });
    expect(job).toContain('JobID="ბროშურა_1.ka"');
    expect(job).toContain('URL="%E1%83%91');
  });

  it('names the file so that no sign in its name begins another part of an address', async () => {
    expect(await jobOf({ file: 'a#1 50%?.en.print.pdf' })).toContain('URL="a%231%2050%25%3F.en.print.pdf"');
  });
});

describe('the page', () => {
  it('tells how much smaller type is than the theme has it, and nothing where it is not', async () => {
    const smaller = await made(pdf, { typeScale: 0.95 });
    expect(smaller.ticket.typeScale).toBe(0.95);
    expect(smaller.html).toMatch(/so that the text fits<\/th><td>95%</);
    const usual = await made(pdf);
    expect(usual.ticket.typeScale).toBe(1);
    expect(usual.html).not.toContain('so that the text fits');
  });

  it('is the same each time, without scripts and without anything from elsewhere', async () => {
    const [first, second] = [await made(pdf), await made(pdf)];
    expect(first.html).toBe(second.html);
    expect(first.html).not.toMatch(/<script|https?:|@import|<img|<link/);
  });

  it('is HTML without errors, with what strangers wrote as text', async () => {
    const wild = '"><script>alert(1)</script>';
    const change = { title: wild, file: wild, marks: wild, conversions: [wild], layout: wild };
    const sides = [
      {
        page: 1,
        panels: [
          { width: 50, name: wild },
          { width: 50, name: '' },
        ],
      },
    ];
    const inks = [{ token: wild, cmyk: [0, 0, 0, 100], spot: wild, computed: false }];
    const { html } = await made(pdf, { ...change, sides, inks });
    expect(html).not.toContain('<script');
    const errors: string[] = [];
    parse(html, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
  });

  it('has a picture of each side with trim, folds, and the width of each panel', async () => {
    const [outside = '', inside = ''] = pictures((await made(pdf)).html);
    expect(outside).toContain('role="img"');
    expect(outside).toContain(
      '<title id="s1t">Page 1, 100 × 80 mm; Flap 32 mm; Back &quot;cover&quot; 34 mm; Front cover 34 mm',
    );
    // 3 mm of bleed before the panels, in tenths.
    expect(outside).toMatch(/class="fold" d="M350 -\d+V\d+M690 /);
    for (const width of ['32 mm', '34 mm']) expect(outside).toContain(`>${width}</text>`);
    expect(outside).toContain('class="trim" d="M30 30H1030V830H30z"');
    expect(inside).not.toContain('class="fold"');
  });

  it('draws fields and words in the colours of the press, and pictures as boxes', async () => {
    const { html } = await made(pdf);
    const [outside = ''] = pictures(html);
    // The profile's navy, not the bare formula's.
    expect(outside).toContain('<path fill="#10326b" d="M0 507h1060v353h-1060z"');
    expect(outside).toMatch(/<text [^>]*font-size="42"[^>]*>Reversed<\/text>/);
    expect(outside).toContain('fill="#d5dbe4"');
    expect(html).toContain('through the profile');
    expect((await made(printPdf({ icc: new Uint8Array(200) }))).html).toContain('simple formula');
  });

  it('is in the language of the document, if that is Georgian', async () => {
    const { html } = await made(pdf, { lang: 'ka', title: 'საზღვრები' });
    expect(html).toContain('<html lang="ka">');
    expect(html).toContain('ბეჭდვის დავალება');
    expect(html).toContain('სამკეცა ბუკლეტი, შიგნით დაკეცილი');
    const other = await made(pdf, { lang: 'de', title: 'Grenzen' });
    expect(other.html).toContain('<html lang="en">');
    expect(other.html).toContain('<h1 lang="de">Grenzen</h1>');
  });

  it('has headers for all its tables, and names for those that scroll', async () => {
    const { html } = await made(pdf);
    for (const [table] of html.matchAll(/<table.*?<\/table>/gs)) expect(table).toMatch(/scope="(?:row|col)"/);
    expect(html.match(/class="wide"/g)?.length).toBe(html.match(/role="region" tabindex="0" aria-label=/g)?.length);
  });
});

describe('our own files', () => {
  it('are drawn small enough to be sent, each page with what it shows', async () => {
    for (const { bytes, lang, name } of await printFiles([
      'data/brochure/brochure.json',
      'data/report/interim-2026.json',
    ])) {
      const { html, ticket } = await made(bytes, { lang, file: name, sides: [], layout: 'booklet' });
      const drawn = pictures(html);
      expect(drawn).toHaveLength(ticket.pageCount);
      for (const picture of drawn) expect(picture.length).toBeLessThan(60_000);
      // The leaves that fill a booklet up are blank.
      const blank = (await inspect(bytes)).file.sheets.map(({ paints }) => paints.length === 0);
      expect(drawn.map((picture) => picture.length < 700)).toEqual(blank);
      expect(html.length).toBeLessThan(1_000_000);
      expect(html.includes('class="sides many"')).toBe(ticket.pageCount > 8);
    }
  }, 180_000);
});
