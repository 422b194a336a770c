import ArgumentParser

/// How what is kept is written.
struct KeptFormat: ParsableArguments {
  @Flag(help: "Print JSON.")
  var json = false

  @Flag(help: "Print CSV.")
  var csv = false

  func validate() throws {
    if json, csv { throw ValidationError("--json and --csv: state one of them") }
  }
}
