import type { StatementWords } from './report-words.ts';

export const statement: StatementWords = {
  statement: 'Accessibility statement',
  commitment: (organization, law) =>
    `${organization} is committed to making its documents accessible${law === null ? '' : `, in accordance with ${law}`}. This statement follows the model of Commission Implementing Decision (EU) 2018/1523.`,
  applies: 'This accessibility statement applies to these documents:',
  status: 'Compliance status',
  full: (standards) => `These documents are fully compliant with ${standards}.`,
  partial: (standards) => `These documents are partially compliant with ${standards}, due to what is listed below.`,
  unassessed: (standards) =>
    `These documents have not been assessed in full against ${standards}: this statement is a draft, and claims no compliance.`,
  open: (count) =>
    `Questions that only a person can answer are still open: ${count}. Until they are answered, full compliance is not claimed.`,
  notAccessible: 'Non-accessible content',
  none: 'No content is known that is not accessible.',
  noneYet: 'Nothing has been found so far; not all has been looked at.',
  reasons: {
    'non-compliance': 'Non-compliance with the standard',
    'disproportionate-burden': 'Disproportionate burden',
    'outside-scope': 'Content that is not within the scope of the applicable legislation',
  },
  criterionFails: (number, name) => `WCAG ${number} ${name}: something was found against it; see the report`,
  preparation: 'Preparation of this accessibility statement',
  prepared: (date) => `This statement was prepared on ${date}.`,
  method: (judges, people) =>
    `It rests on a self-assessment: the documents were made and checked by Etrati, each file was read back and compared with its document, ${judges.length === 0 ? 'no independent program has judged these files' : `and independent programs judged the files (${judges.join(', ')})`}; ${people.length === 0 ? 'no person has answered a question yet' : `questions were answered by ${people.join(', ')}`}. The accessibility report of each document has the details.`,
  feedback: 'Feedback and contact information',
  feedbackIntro: (organization) =>
    `If you find a barrier, or need a document in another form, please write to ${organization}:`,
  answerDays: (days) => `You will have an answer within ${days} days.`,
  enforcement: 'Enforcement procedure',
  enforcementIntro: (body) => `If you get no answer, or one that does not help, you can turn to ${body}.`,
  email: 'Email',
  telephone: 'Telephone',
  web: 'Web page',
};
