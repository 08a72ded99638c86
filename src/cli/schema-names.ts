/** The schemas that are not of a kind of document, with what each is of; apart from them, since help asks for no more. */
export const schemaNames = {
  config: 'the config',
  diff: 'the changes that etrati diff prints',
  diagnostics: 'what --diagnostics json prints',
  openapi: 'the service of etrati serve, as OpenAPI',
  'accessibility-report': 'the data of an accessibility report',
  answers: 'the answers of etrati answer',
} as const;

export type SchemaName = keyof typeof schemaNames;
