/** What a person may answer. */
export const answerWords = ['yes', 'no', 'not-applicable'] as const;
export type AnswerWord = (typeof answerWords)[number];
