import HedgeModel

/// Metrics of the program itself, under the names that all programs have for them.
enum ProcessMetrics {
  /// A metric and how it is measured.
  struct Row: Sendable {
    let metric: Metric
    let value: @Sendable (ProcessFigures) -> Double?
  }

  static let build = Metric.ours("build_info", "1; labels tell what was built.")

  static let rows: [Row] = [
    Row("process_cpu_seconds_total", .counter, "Time on a processor, user and system together.") {
      $0.processorTime?.inSeconds
    },
    Row("process_resident_memory_bytes", .gauge, "Memory in use.") { $0.residentBytes.map(Double.init) },
    Row("process_virtual_memory_bytes", .gauge, "Memory asked for.") { $0.virtualBytes.map(Double.init) },
    Row("process_open_fds", .gauge, "Files and sockets that are open.") { $0.openFiles.map(Double.init) },
    Row("process_max_fds", .gauge, "Files and sockets that may be open.") { $0.maximumFiles.map(Double.init) },
    Row("process_start_time_seconds", .gauge, "When the program started.") { $0.startedAt?.seconds },
  ]
}

extension ProcessMetrics.Row {
  fileprivate init(
    _ name: String, _ kind: Metric.Kind, _ help: String, _ value: @escaping @Sendable (ProcessFigures) -> Double?
  ) {
    self.init(metric: Metric(name, help, kind: kind), value: value)
  }
}
