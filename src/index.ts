/** Etrati as a library: make one engine for a project's folder, build its documents, read the findings. */

export type { Severity } from './codes.ts';
export { createEngine } from './compile.ts';
export { type Diagnostic, type Place, Refused } from './diagnostics.ts';
export type {
  BatchDone,
  BatchOptions,
  BatchRecord,
  BuildOptions,
  BuildResult,
  DocumentOptions,
  Engine,
  EngineOptions,
  Output,
} from './engine.ts';
export { type ListenForm, linesOf, listenForms, ssmlOf } from './listen/forms.ts';
export { listen } from './listen/listen.ts';
export type { Spoken, Utterance } from './listen/utterance.ts';
export type { Document, Lang } from './model/document.ts';
export {
  type Comparison,
  compareFiles,
  type FinishedFile,
  type OutlinedFile,
  outlineFile,
} from './outline/comparison.ts';
export { type EmbeddedSource, readSource } from './outline/source.ts';
export { type Preflight, type PreflightFacts, preflight } from './preflight/preflight.ts';
export { type Rendering, renderDiagnostics } from './render-diagnostics.ts';
export {
  accessibilityReports,
  type FoundInDocument,
  type Reporter,
  type ReporterOptions,
  type ReportFile,
} from './report/reporter.ts';
export { toStream } from './stream.ts';
export { type Format, formats, knownFormats, type PdfStandard, pdfStandards } from './write/targets.ts';
