/** Data. */
import type { Meaning } from './meaning.ts';

export const data = {
  'unknown-kind': {
    severity: 'error',
    says: 'There is no kind of document with this name.',
    mend: 'Write a kind that docs/kinds.md lists.',
  },
  'bad-kind-schema': {
    severity: 'error',
    says: 'The schema of a kind of your own says what Etrati does not check.',
    mend: 'Write what the finding names; docs/own-kinds.md has all that a schema may say.',
  },
  'kind-schema-reference': {
    severity: 'error',
    says: 'A reference in the schema of a kind leads out of its file, to nothing, or back to itself.',
    mend: 'Write "#/$defs/NAME", and the schema under "$defs".',
  },
  'kind-schema-pattern': {
    severity: 'error',
    says: 'A pattern in the schema of a kind is wrong, or could take very long.',
    mend: 'Write a simpler pattern.',
  },
  'kind-schema-too-large': {
    severity: 'error',
    says: 'The schema of a kind has too many parts or levels.',
    mend: 'Write fewer fields, or fewer references.',
  },
  'bad-value': {
    severity: 'error',
    says: 'A value is not allowed in its field.',
    mend: 'Write a value that the finding or docs/kinds.md names.',
  },
  'bad-date': {
    severity: 'error',
    says: 'A date does not exist, is not written as year-month-day, or is not in the years that files can have.',
    mend: 'Write the date as year-month-day, such as 2026-11-23.',
  },
  'bad-table-file': {
    severity: 'error',
    says: 'The file that a list, a table or a chart names for its rows cannot be read as a table.',
    mend: 'Save it as "Excel Workbook (.xlsx)" or "CSV UTF-8", with the names of the columns in the first line.',
  },
  'hidden-rows': {
    severity: 'warning',
    says: 'Rows that a workbook hides are left out.',
    mend: 'Show them in Excel to take them too, or delete them.',
  },
  'link-left-out': {
    severity: 'warning',
    says: 'The link of a cell of a workbook is left out: its field takes words alone, or no reader can open what it leads to.',
    mend: 'Write the address in words, or remove the link in Excel.',
  },
  'stress-left-out': {
    severity: 'warning',
    says: 'Bold or italic words of a cell of a workbook are as all others: the field takes words alone, or marks cannot be put around them.',
    mend: 'Give all of the cell one font in Excel; where the field takes marks, write stars around the words.',
  },
  'comment-left-out': {
    severity: 'warning',
    says: 'Cells of a workbook have comments, which are left out.',
    mend: 'Write into the cells what readers need of them, and delete the comments.',
  },
  'rounded-cell': {
    severity: 'warning',
    says: 'A number of a workbook was typed with more decimals than its cell shows, and is taken as it is shown.',
    mend: 'Show all decimals in Excel; in a table or chart the data may ask for them by "decimals".',
  },
  'rows-in-cell': {
    severity: 'warning',
    says: 'Lines of a cell in a CSV file look like rows of its table: a quotation mark that nobody meant may have opened it.',
    mend: 'Remove the quotation marks that open and close the cell, if they are rows.',
  },
  'stray-cell': {
    severity: 'warning',
    says: 'A cell of a table’s file is beside the table, or apart from its rows.',
    mend: 'Empty the cell, name its column, or name the cells of the table by "range".',
  },
  'mixed-percent': {
    severity: 'warning',
    says: 'A column of percentages has numbers with the sign and numbers without it: 0.12 may have been meant as 12%.',
    mend: 'Give all numbers of the column the sign.',
  },
  'no-column': {
    severity: 'error',
    says: 'The file of a table does not have a column that the data asks for.',
    mend: 'Write in "from" what the first line of the file calls the column, or rename it there.',
  },
  'bad-cell': {
    severity: 'error',
    says: 'A cell of a table’s file is not what its column holds: a number, a text in each language.',
    mend: 'Change the cell in the file.',
  },
  'easy-mark-unreviewed': {
    severity: 'error',
    says: 'The mark for easy-to-read texts is used, and nobody is named who has tested the text.',
    mend: 'Name in "reviewers" who has tested it, or remove "mark".',
  },
  'plain-missing': {
    severity: 'error',
    says: 'The edition "plain" is asked for, and the document has no text for it.',
    mend: 'Add "plain" with its rows to a section or to the document (docs/easy-reading.md), or leave the edition out.',
  },
  'plain-left-out': {
    severity: 'advice',
    says: 'The edition "plain" is asked for with others, and the document has no text for it: it is not made.',
    mend: 'Add "plain" with its rows to a section or to the document (docs/easy-reading.md), or leave it so.',
  },
  'blank-text': {
    severity: 'error',
    says: 'A text is empty or blank.',
    mend: 'Write the text; if there is none, and the field may be left out, remove it or write null.',
  },
  'empty-list': {
    severity: 'error',
    says: 'A list that must have items is empty.',
    mend: 'Add an item, or write null where the field may be left out.',
  },
  'missing-translation': {
    severity: 'error',
    says: 'A text is missing in a language that the document declares.',
    mend: 'Add the text, or remove the language from "languages".',
  },
  'bad-link': {
    severity: 'error',
    says: 'A link is not a whole address.',
    mend: 'Write a whole web address (https://…), an email address (mailto:…) or a telephone number (tel:+995…).',
  },
  'unsafe-link': {
    severity: 'error',
    says: 'A link is of a kind that could run something, such as javascript:.',
    mend: 'Write a web address (https://…), or remove the link.',
  },
  'missing-alternative': {
    severity: 'error',
    says: 'A picture does not have an alternative text, and is not marked as decorative.',
    mend: 'Write in "alt" what the picture shows, or mark it as decorative if it is only decoration.',
    clause: 'WCAG 2.2, 1.1.1',
  },
  'decorative-with-alternative': {
    severity: 'error',
    says: 'A picture is marked as decorative and has an alternative text.',
    mend: 'Keep one of the two.',
    clause: 'WCAG 2.2, 1.1.1',
  },
  'pasted-characters': {
    severity: 'warning',
    says: 'Characters that came with pasted text were replaced.',
    mend: 'Check the text; save the data without these characters to remove the warning.',
  },
  'unknown-rule-set': {
    severity: 'error',
    says: 'There is no rule set of a donor with this name.',
    mend: 'Add the file to templates/visibility/, or write one of Etrati.',
  },
  'bad-rule-set': {
    severity: 'error',
    says: 'The file of a rule set has an error.',
    mend: 'Write it as in templates/visibility/eu.json.',
  },
  'broken-notation': {
    severity: 'error',
    says: 'Marks in a text are not complete, or mark nothing.',
    mend: 'Complete the marks as docs/markup.md shows, or write a backslash before a sign that is meant as it is.',
  },
  'list-start': {
    severity: 'error',
    says: 'A numbered list in a text does not start with 1.',
    mend: 'Start it with 1, or write the number as 3\\. if this is not a list.',
  },
  'list-number': {
    severity: 'error',
    says: 'A number in a numbered list is not the next one.',
    mend: 'Write the next number.',
  },
  'text-too-long': {
    severity: 'error',
    says: 'A text is longer than is allowed.',
    mend: 'Split it into several texts.',
  },
  'bad-language': {
    severity: 'error',
    says: 'A mark or an attribute names a language that does not exist.',
    mend: 'Write the tag of the language (BCP 47), such as ka.',
  },
  'value-reference': {
    severity: 'error',
    says: 'A text takes a value from the data by a path that leads to neither a number nor a day, or in a form that it does not have.',
    mend: 'Write the path of a number or a day, as findings write paths: {value=figures[0].value}.',
  },
  'mark-shown': {
    severity: 'warning',
    says: 'A mark is in a text that does not take marks, so that readers see it.',
    mend: 'Remove the mark.',
  },
  'edition-missing': {
    severity: 'warning',
    says: 'An edition in another language is neither built now nor in the output folder, so that nothing links to it.',
    mend: 'Build it as well: then the other editions link to it.',
  },
  'language-unfinished': {
    severity: 'warning',
    says: 'A document is in a language that Etrati has only begun: some of the words that it adds are still in English.',
    mend: 'Write the parts that it names in the file of the language.',
  },
} as const satisfies Readonly<Record<string, Meaning>>;
