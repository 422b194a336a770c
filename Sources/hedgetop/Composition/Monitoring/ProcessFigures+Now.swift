import Glibc
import HedgeModel
import Metrics

extension ProcessFigures {
  /// What this program takes of the machine now, as the kernel tells it in `/proc`.
  @Sendable static func now() -> ProcessFigures {
    var figures = ProcessFigures()
    if let status = ProcessStatus(ProcText.read("/proc/self/stat")) {
      let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
      let page = sysconf(Int32(_SC_PAGESIZE))
      figures.processorTime = .milliseconds(Int64(Double(status.ticksOnProcessor) / ticks * 1000))
      figures.virtualBytes = status.virtualBytes
      figures.residentBytes = status.residentPages * page
      if let boot = ProcText.bootTime(in: ProcText.read("/proc/stat")) {
        figures.startedAt = Timestamp(seconds: Double(boot) + Double(status.ticksAtStart) / ticks)
      }
    }
    figures.openFiles = ProcText.countEntries("/proc/self/fd")
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
      figures.maximumFiles = Int(exactly: limit.rlim_cur)
    }
    return figures
  }
}
