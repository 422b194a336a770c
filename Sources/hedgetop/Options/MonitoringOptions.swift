import ArgumentParser
import FoundationEssentials
import HedgeConfiguration

/// Whether metrics are served over HTTP: the flag wins over `HEDGETOP_METRICS`, which wins over the configuration.
struct MonitoringOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Serve metrics over HTTP at an address, such as 127.0.0.1:9464; or off.", valueName: "address"))
  var metrics: String?

  func validate() throws {
    if let metrics, metrics != "off", ListenAddress(metrics) == nil {
      throw ValidationError("--metrics: found \(metrics), expected \(ListenAddress.words), or off")
    }
  }

  /// How the port is opened; nil when none is wanted.
  ///
  /// - Throws: ``ProgramFailure`` when its token cannot be read, or is missing where others could ask.
  func settings(_ configured: MetricsConfiguration) throws -> MonitoringSettings? {
    let environment = ProcessInfo.processInfo.environment
    return try MonitoringSettings(
      stated: metrics ?? EnvironmentFlags(environment).text("METRICS"), configured: configured,
      environment: environment)
  }
}
