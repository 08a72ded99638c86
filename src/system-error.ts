/** What the system's errors about files mean, in words for people. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'a part of the path is a file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EBUSY: 'another program holds it',
  EDQUOT: 'the disk space that you may use is used up',
  EFBIG: 'it is larger than a file may be there',
  EIO: 'the disk has failed',
};

/** What the system's error means, or null if it is none of the system's. */
export function reasonOf(error: unknown): string | null {
  const isSystems = error instanceof Error && 'syscall' in error;
  return reasons[codeOf(error)] ?? (isSystems ? `the system says ${codeOf(error)}` : null);
}

/** What helps where something cannot be written. */
export function writingHint(error: unknown): string {
  return /^(?:ENOSPC|EDQUOT)$/.test(codeOf(error))
    ? 'Make room on its disk, then run the command again.'
    : 'Check the folder that it should go to.';
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
