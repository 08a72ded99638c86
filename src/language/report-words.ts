/** The words of accessibility reports and statements. What is asked and how files are made is data: `standards/evidence.json`. */

type Named<Name extends string> = Readonly<Record<Name, string>>;

export interface ReportWords
  extends Named<
    | ('report' | 'summary' | 'neverPassed' | 'files' | 'file' | 'format' | 'language' | 'size' | 'checksum')
    | ('standards' | 'questions' | 'howToAnswer' | 'noQuestions' | 'place' | 'key' | 'allEditions' | 'picture')
    | ('lapsed' | 'lapsedIntro' | 'about' | 'answer' | 'findings' | 'clean' | 'allowed' | 'finding' | 'kind' | 'reason')
    | ('equality' | 'equalityIntro' | 'nodes' | 'differences' | 'notCompared' | 'unread' | 'notProved' | 'nothing')
    | ('matterhorn' | 'matterhornIntro' | 'noProtocol' | 'noPdf' | 'number' | 'condition' | 'verdict' | 'basis')
    | ('machine' | 'person' | 'wcag' | 'wcagIntro' | 'criterion' | 'level' | 'clauseIntro' | 'clause' | 'isVoid')
    | (
        | 'judges'
        | 'judgesIntro'
        | 'judge'
        | 'origin'
        | 'program'
        | 'date'
        | 'source'
        | 'protocolSource'
        | 'error'
        | 'warning'
        | 'advice'
      )
    | ('readBack' | 'rules' | 'noFault' | 'against' | 'isAllowed' | 'openPlaces' | 'conditions' | 'more' | 'document')
  > {
  readonly kinds: Named<'by-construction' | 'checked' | 'for-person' | 'not-applicable'>;
  readonly states: Named<'open' | 'answered' | 'denied'>;
  readonly verdicts: Named<'passed' | 'failed' | 'not run'>;
  readonly answers: Named<'yes' | 'no' | 'not-applicable'>;
  /** By the names of formats that are no abbreviations. */
  readonly formats: Named<'pdf' | 'docx' | 'html' | 'print' | 'txt' | 'md' | 'brf' | 'pef' | 'epub'>;
  /** How many of the questions at their places have no answer. */
  openOf(open: number, all: number): string;
  answeredBy(who: string, when: string): string;
}

/** The words of an accessibility statement, after the model of Implementing Decision (EU) 2018/1523. */
export interface StatementWords
  extends Named<
    | ('statement' | 'applies' | 'status' | 'notAccessible' | 'none' | 'noneYet' | 'preparation')
    | ('feedback' | 'enforcement' | 'email' | 'telephone' | 'web')
  > {
  commitment(organization: string, law: string | null): string;
  full(standards: string): string;
  partial(standards: string): string;
  /** Nothing is known against them, and not all has been looked at. */
  unassessed(standards: string): string;
  open(count: number): string;
  readonly reasons: Named<'non-compliance' | 'disproportionate-burden' | 'outside-scope'>;
  criterionFails(number: string, name: string): string;
  prepared(date: string): string;
  method(judges: readonly string[], people: readonly string[]): string;
  feedbackIntro(organization: string): string;
  answerDays(days: number): string;
  enforcementIntro(body: string): string;
}
