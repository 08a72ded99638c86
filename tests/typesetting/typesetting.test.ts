import { describe, expect, it } from 'vitest';
import { hyphenate, hyphens, joins, softHyphen } from '../../src/write/typesetting.ts';

/** The text with `|` where a word may be divided. */
function divided(text: string, lang = 'ka'): string {
  return hyphenate(text, lang).replaceAll(softHyphen, '|');
}

/** The text with `⌣` for a bound space and `⌢` after a bound hyphen. */
function bound(text: string, lang = 'ka', measure?: number): string {
  const at = new Set(joins(text, lang, measure));
  return [...text].map((sign, index) => (at.has(index) ? (sign === ' ' ? '⌣' : `${sign}⌢`) : sign)).join('');
}

const founded =
  'მიგრაციის საერთაშორისო ორგანიზაცია 1951 წელს შეიქმნა და დღეს იგი არის აქტიური, მობილიზებული და შედეგზე ' +
  'ორიენტირებული სახელმწიფოთაშორისი ორგანიზაცია, რომელიც მთელი მსოფლიოს მასშტაბით ხელს უწყობს ჰუმანურ და ' +
  'მოწესრიგებულ მიგრაციას მთავრობებისა და მიგრანტთათვის სტრატეგიული და პროგრამული საჭიროებების უზრუნველყოფით.';

describe('hyphenation', () => {
  it('divides words of seven letters and more, three letters from either end', () => {
    expect(divided('სამთავრობოთაშორისო, სამთავრობო და არასამთავრობო ორგანიზაციასთან მთელი მასშტაბით.')).toBe(
      'სამ|თავ|რო|ბო|თა|შო|რისო, სამ|თავ|რობო და არა|სამ|თავ|რობო ორგა|ნი|ზა|ცი|ას|თან მთელი მასშტაბით.',
    );
  });
  it('keeps to the limits in the seed’s longest paragraph', () => {
    const words = divided(founded).split(' ');
    const parted = words.filter((word) => word.includes('|'));
    expect(parted.length).toBeGreaterThan(12);
    for (const word of parted) {
      const letters = word.replace(/[^ა-ჰ|]/gu, '').split('|');
      expect(letters[0]?.length, word).toBeGreaterThanOrEqual(3);
      expect(letters.at(-1)?.length, word).toBeGreaterThanOrEqual(3);
      expect(letters.join('').length, word).toBeGreaterThanOrEqual(7);
    }
    expect(words.at(-1)).toBe('უზრუნველყოფით.');
  });
  it('divides Georgian compounds at their seams, and keeps -თვის whole', () => {
    for (const word of [
      'მაღალ|კვა|ლი|ფი|ცი|ური',
      'დაბალ|კვა|ლი|ფი|ცი|ური',
      'კონტრ|ტე|რო|რიზმი',
      'კონ|ტრო|ლის|თვის',
      'მიგ|რანტთა|თვის',
      'არა|სრულ|წლო|ვანთა|თვის',
      'თანა|მშრო|მელი',
      'თანა|მდე|ბობა',
      'ურთი|ერთ|თანა|მშრომ|ლობა',
      'ტრანს|ნა|ცი|ო|ნა|ლური',
      'ხუთ|წლი|ანი',
      'ორგა|ნი|ზა|ცი|ის|თვის',
      'გადა|მი|სა|მარ|თე|ბის|თვისაც',
    ])
      expect(divided(`${word.replaceAll('|', '')} ბოლო`)).toBe(`${word} ბოლო`);
  });
  it('changes nothing but adds soft hyphens', () => {
    expect(hyphenate(founded, 'ka').replaceAll(softHyphen, '')).toBe(founded);
  });
  it('divides English as the British do, and other languages not at all', () => {
    expect(divided('International organization for migration', 'en-GB')).toBe(
      'Inter|na|tional organ|iz|a|tion for migration',
    );
    expect(divided('internationale Organisation und mehr', 'de')).toBe('internationale Organisation und mehr');
    expect(divided('International organization ორგანიზაციასთან მთელი', 'ka')).not.toMatch(/[a-z]\|/);
  });
  it('leaves addresses, compounds and words with digits alone', () => {
    for (const word of [
      'georgia.iom.int',
      'https://georgia.iom.int/organisation',
      'press@organisation.org',
      'IOM-ის',
      'სოციალ-ეკონომიკური',
      'ორგანიზაცია2',
    ])
      expect(hyphens(`${word} ბოლო`, 'ka')).toEqual([]);
  });
  it('does not depend on the machine’s locale for capital letters', () => {
    expect(divided('INTERNATIONAL work', 'en')).toBe('INTER|NA|TIONAL work');
  });
});

describe('joins', () => {
  it('binds the year, „და“ and the short last word in the seed', () => {
    expect(bound(founded)).toBe(founded.replaceAll(' და ', ' და⌣').replace('1951 წელს', '1951⌣წელს'));
    expect(bound('მიგრაციის საერთაშორისო ორგანიზაციის საქართველოს მისია 1993 წელს დაფუძნდა.')).toContain(
      '1993⌣წელს დაფუძნდა.',
    );
    expect(bound('განავითაროს მიგრაციასთან დაკავშირებული საკითხების აღქმის დონე')).toContain('საკითხების აღქმის⌣დონე');
    expect(bound('უპასუხოს მზარდ ოპერატიულ გამოწვევებს და')).toContain('გამოწვევებს⌣და');
  });
  it('makes at most one join in a row', () => {
    expect(bound('მიგრანტთა ადამიანური ღირსებისა და კეთილდღეობის დაცვა')).toContain('და⌣კეთილდღეობის დაცვა');
    expect(bound('მიგრაციის პოლიტიკა და კვლევა')).toBe('მიგრაციის პოლიტიკა და⌣კვლევა');
  });
  it('never breaks a Georgian case ending from a Latin name or a number', () => {
    expect(bound('IOM-ის იმიგრაციის პროგრამა')).toBe('IOM-⌢ის იმიგრაციის პროგრამა');
    expect(bound('„რიონი“-ს (რიონი)-ში „რიონი“-გეგმა გამოქვეყნდა')).toBe(
      '„რიონი“-⌢ს (რიონი)-⌢ში „რიონი“-გეგმა გამოქვეყნდა',
    );
    expect(bound('COVID-19 მე-19 19-ე სოციალ-ეკონომიკური განვითარება')).toBe(
      'COVID-⌢19 მე-⌢19 19-⌢ე სოციალ-ეკონომიკური განვითარება',
    );
  });
  it('keeps a number with its unit, sign and name', () => {
    expect(bound('კონსულტაცია 76 %-ით გაიზარდა შარშანდელთან შედარებით')).toBe(
      'კონსულტაცია 76⌣%-⌢ით გაიზარდა შარშანდელთან შედარებით',
    );
    expect(bound('№ 7 გამოცემა: 25 % და 100 კმ, 25 000,50 ₾ სულ გადახდილი')).toBe(
      '№⌣7 გამოცემა: 25⌣% და 100⌣კმ, 25⌣000,50⌣₾ სულ გადახდილი',
    );
    expect(bound('It cost GEL 25,000.50 (see p. 7) in all of Georgia', 'en')).toContain('GEL⌣25,000.50 (see p.⌣7) in');
  });
  it('keeps a code with the sign of its number', () => {
    expect(bound('22 ნოემბერი, 2026, № IOM-GE-2026-014')).toContain('№⌣IOM-');
    expect(bound('22 November 2026, No. IOM-GE-2026-014', 'en')).toContain('No.⌣IOM-');
    expect(bound('No COVID-19 cases were found', 'en')).toContain('No COVID-');
  });
  it('keeps telephone numbers whole', () => {
    expect(bound('ტელეფონი +995 32 225 22 16 სამუშაო საათებში')).toContain('+995⌣32⌣225⌣22⌣16 ');
    expect(bound('ტელეფონი (+995 32) 225-22-16 სამუშაო საათებში')).toContain('(+995⌣32)⌣225-⌢22-⌢16 ');
    expect(joins('1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18', 'ka')).toEqual([41]);
  });
  it('lets no line begin with a dash', () => {
    expect(bound('რეგულირებული მიგრაცია – მიმოხილვა')).toBe('რეგულირებული მიგრაცია⌣– მიმოხილვა');
  });
  it('leaves „და“ free in lines under 30 characters, and in other languages', () => {
    expect(bound('იმიგრაცია და საზღვრის მართვა', 'ka', 28)).toBe('იმიგრაცია და საზღვრის⌣მართვა');
    expect(bound('იმიგრაცია და საზღვრის მართვა', 'en')).toBe('იმიგრაცია და საზღვრის⌣მართვა');
  });
  it('does not bind what would not fit a narrow line', () => {
    expect(joins('და შესაძლებლობებისათვის საქმიანობა', 'ka')).toEqual([]);
  });
});
