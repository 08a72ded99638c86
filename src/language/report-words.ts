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
