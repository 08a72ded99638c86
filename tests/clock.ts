/** Milliseconds that this process has had the processor, so that a busy machine does not count. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
